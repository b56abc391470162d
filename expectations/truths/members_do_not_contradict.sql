-- name: no member of a cluster tells another act than the claim that the cluster began with
-- grain: one row per member that does
-- reads: checked_members, events, ref_statuses, ref_actions, participants, identities, corrections
-- table: cluster_members
-- severity: critical
-- why: two acts under one number are counted as one, and one of them is lost
-- note: what contradicts is what clustering lets no pair share (transforms/cluster_score.py): other sides, another day,
--   another scope, office, mode or standing. Copies repeat their first; what people put together is theirs to answer for
WITH together AS (
    SELECT DISTINCT m.cluster_id
    FROM checked_members AS m
    INNER JOIN corrections AS c ON m.claim_id IN (c.claim_id, c.other_claim_id)
    WHERE c.decision = 'merge'
),

many AS (
    SELECT m.cluster_id
    FROM checked_members AS m
    GROUP BY m.cluster_id
    HAVING count(*) > 1
),

members AS (
    SELECT
        m.cluster_id,
        m.rule,
        e.*,
        CASE WHEN s.status_group = 'actual' THEN s.status_group ELSE e.status END AS standing,
        e.date_start IS NOT NULL AND e.date_end - e.date_start <= 7 AND e.date_precision IN ('day', 'range') AS is_dated,
        coalesce(a.is_symmetric, false) AS is_symmetric
    FROM checked_members AS m
    INNER JOIN many AS k ON m.cluster_id = k.cluster_id
    INNER JOIN events AS e ON m.claim_id = e.claim_id
    LEFT JOIN ref_statuses AS s ON e.status = s.status
    LEFT JOIN ref_actions AS a ON e.type = a.type AND e.action = a.action
    WHERE
        m.cluster_id NOT IN (SELECT t.cluster_id FROM together AS t)
        AND m.rule <> 'same sentence in a copy'
),

who AS (
    SELECT p.claim_id, p.role, coalesce(i.identity_id, p.actor_id) AS identity_id
    FROM participants AS p
    INNER JOIN (SELECT m.claim_id, m.version_id FROM members AS m) AS k ON p.claim_id = k.claim_id
    LEFT JOIN identities AS i ON k.version_id = i.version_id AND p.actor_id = i.actor_id
    WHERE p.actor_id NOT LIKE 'OPEN:%'
),

sides AS (
    SELECT
        w.claim_id,
        list(DISTINCT w.identity_id) FILTER (WHERE w.role = 'actor') AS actors,
        list(DISTINCT w.identity_id) FILTER (WHERE w.role = 'target') AS targets,
        list(DISTINCT w.identity_id) FILTER (WHERE w.role IN ('target', 'about')) AS concerned,
        list(DISTINCT w.identity_id) FILTER (WHERE w.role IN ('actor', 'target')) AS everybody
    FROM who AS w
    GROUP BY w.claim_id
),

judged AS (
    SELECT
        m.cluster_id,
        m.claim_id,
        m.version_id,
        CASE
            WHEN
                m.type <> o.type
                OR (
                    m.action <> o.action
                    AND NOT (m.action IN ('impose', 'tighten') AND o.action IN ('impose', 'tighten'))
                )
                THEN concat('it tells of ', m.type, ' ', m.action, ', the first of ', o.type, ' ', o.action)
            WHEN m.standing <> o.standing THEN concat('it is ', m.status, ', the first ', o.status)
            WHEN m.is_dated AND o.is_dated AND (m.date_start > o.date_end OR o.date_start > m.date_end)
                THEN concat('it is of ', m.date_start, ', the first of ', o.date_start)
            WHEN m.scope <> o.scope OR m.office <> o.office OR m.mode <> o.mode THEN 'its scope, office or mode is another'
            WHEN m.is_symmetric AND NOT list_has_any(x.everybody, y.everybody) THEN 'none of its sides is of the first'
            WHEN NOT m.is_symmetric AND NOT list_has_any(x.actors, y.actors) THEN 'another acts'
            WHEN
                NOT m.is_symmetric
                AND NOT list_has_any(x.targets, y.targets)
                AND NOT coalesce(list_has_any(x.concerned, y.concerned), false)
                THEN 'another is acted on'
        END AS wrong
    FROM members AS m
    INNER JOIN members AS o ON m.cluster_id = o.cluster_id AND o.rule = 'core' AND m.claim_id <> o.claim_id
    LEFT JOIN sides AS x ON m.claim_id = x.claim_id
    LEFT JOIN sides AS y ON o.claim_id = y.claim_id
)

SELECT
    concat_ws(' ', j.cluster_id, j.claim_id) AS row_key,
    j.wrong,
    j.claim_id,
    j.version_id
FROM judged AS j
WHERE j.wrong IS NOT NULL
ORDER BY row_key, j.wrong
