-- name: what clustering needs to know of each claim of the temporary table `asked`
-- grain: one row per claim, in the order of `transforms.cluster_claims.ClaimKey`
-- reads: told_events, told_participants, told_evidence, versions, parties_of, measures, quantities, conditions, copies, ref_actions, ref_statuses
-- note: sides hold identities that are known across texts, each once; a side is open where it has only others. `anchor`
--   is the first day of a dated act, else the day of publication or, where earlier, the last possible day. `telling`
--   names the text known first and the words of the sentence, so that a copy's claim has that of the first text's
WITH chosen AS (
    SELECT e.*, v.published_date, v.known_on
    FROM told_events AS e
    INNER JOIN versions AS v ON e.version_id = v.version_id
),

parties AS (
    SELECT
        p.claim_id,
        list(DISTINCT p.identity_id) FILTER (WHERE p.role = 'actor' AND NOT p.is_open) AS actors,
        list(DISTINCT p.identity_id) FILTER (WHERE p.role = 'target' AND NOT p.is_open) AS targets,
        list(DISTINCT p.identity_id) FILTER (WHERE p.role = 'about' AND NOT p.is_open) AS abouts,
        bool_or(p.is_open) FILTER (WHERE p.role = 'actor') AS has_open_actor,
        bool_or(p.is_open) FILTER (WHERE p.role = 'target') AS has_open_target,
        string_agg(DISTINCT concat(p.role, ' ', p.actor_id), '|' ORDER BY concat(p.role, ' ', p.actor_id))
            FILTER (WHERE p.role IN ('actor', 'target')) AS named
    FROM parties_of('told_participants', 'told_events') AS p
    GROUP BY p.claim_id
),

measured AS (
    SELECT m.claim_id, list(m.measure) FILTER (WHERE m.measure <> 'unspecified') AS measures
    FROM measures AS m
    SEMI JOIN asked AS a ON m.claim_id = a.claim_id
    GROUP BY m.claim_id
),

counted AS (
    SELECT q.claim_id, list(concat_ws(' ', q.comparator, q.value, q.unit)) AS quantities
    FROM quantities AS q
    SEMI JOIN asked AS a ON q.claim_id = a.claim_id
    GROUP BY q.claim_id
),

timed AS (
    SELECT c.claim_id, list(c.deadline::VARCHAR) FILTER (WHERE c.deadline IS NOT NULL) AS deadlines
    FROM conditions AS c
    SEMI JOIN asked AS a ON c.claim_id = a.claim_id
    GROUP BY c.claim_id
),

told AS (
    SELECT q.claim_id, trim(regexp_replace(lower(q.quote), '[^\p{L}\p{N}]+', ' ', 'g')) AS words
    FROM told_evidence AS q
    WHERE q.kind = 'sentence'
)

SELECT
    e.claim_id, e.version_id, e.ordinal, e.type, e.action, e.status,
    CASE WHEN s.status_group = 'actual' THEN s.status_group ELSE e.status END AS status_group,
    coalesce(r.is_symmetric, false) AS is_symmetric,
    e.scope, e.office, e.mode, e.venue, e.date_start, e.date_end, e.date_precision,
    CASE
        WHEN e.date_precision IN ('day', 'range') AND e.date_end - e.date_start <= 7 THEN e.date_start
        ELSE least(e.published_date, coalesce(e.date_end, e.published_date))
    END AS anchor,
    e.published_date, e.known_on,
    coalesce(p.actors, []) AS actors, coalesce(p.targets, []) AS targets, coalesce(p.abouts, []) AS abouts,
    coalesce(p.has_open_actor AND p.actors IS NULL, false) AS open_actors,
    coalesce(p.has_open_target AND p.targets IS NULL, false) AS open_targets,
    coalesce(m.measures, []) AS measures, coalesce(q.quantities, []) AS quantities,
    coalesce(d.deadlines, []) AS deadlines,
    coalesce(p.named, '') AS named,
    md5(concat(coalesce(c.copy_of, e.version_id), ' ', t.words)) AS telling
FROM chosen AS e
LEFT JOIN parties AS p ON e.claim_id = p.claim_id
LEFT JOIN measured AS m ON e.claim_id = m.claim_id
LEFT JOIN counted AS q ON e.claim_id = q.claim_id
LEFT JOIN timed AS d ON e.claim_id = d.claim_id
LEFT JOIN told AS t ON e.claim_id = t.claim_id
LEFT JOIN copies AS c ON e.version_id = c.version_id
LEFT JOIN ref_actions AS r ON e.type = r.type AND e.action = r.action
LEFT JOIN ref_statuses AS s ON e.status = s.status
ORDER BY e.claim_id
