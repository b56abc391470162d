-- name: every claim that carries a state by the rules stands in its ledger, once for each side that acts and is acted on
-- grain: one row per claim and side that does not
-- reads: versions, ref_statuses, ref_ledger_rules, participants, actors, identities, recognition_changes, sanction_changes, ultimatum_changes, checked_versions, checked_claims
-- table: events
-- severity: critical
-- why: a recognition that was told and stands in no ledger makes the stance matrix wrong without a word
-- note: who is named in words alone stands as a side that acts only in ultimatums, as in warehouse/ledgers
WITH carried AS (
    SELECT DISTINCT e.claim_id, e.version_id, r.ledger
    FROM checked_claims AS e
    INNER JOIN versions AS v ON e.version_id = v.version_id
    INNER JOIN ref_statuses AS s ON e.status = s.status
    INNER JOIN ref_ledger_rules AS r
        ON
            e.type = r.type
            AND e.action = r.action
            AND s.status_group = r.status_group
            AND (r.status IS NULL OR e.status = r.status)
            AND (NOT r.needs_day OR coalesce(e.date_start > v.published_date, false))
),

held AS (
    SELECT 'recognitions' AS ledger, c.claim_id, 'actor' AS role, c.recogniser_id AS identity_id
    FROM recognition_changes AS c
    INNER JOIN checked_versions AS k ON c.version_id = k.version_id
    WHERE c.closed_on IS NULL
    UNION
    SELECT 'recognitions', c.claim_id, 'target', c.claimant_id
    FROM recognition_changes AS c
    INNER JOIN checked_versions AS k ON c.version_id = k.version_id
    WHERE c.closed_on IS NULL
    UNION
    SELECT 'sanctions', c.claim_id, 'actor', c.sender_id
    FROM sanction_changes AS c
    INNER JOIN checked_versions AS k ON c.version_id = k.version_id
    WHERE c.closed_on IS NULL
    UNION
    SELECT 'sanctions', c.claim_id, 'target', c.target_id
    FROM sanction_changes AS c
    INNER JOIN checked_versions AS k ON c.version_id = k.version_id
    WHERE c.closed_on IS NULL
    UNION
    SELECT 'ultimatums', c.claim_id, 'actor', c.demander_id
    FROM ultimatum_changes AS c
    INNER JOIN checked_versions AS k ON c.version_id = k.version_id
    WHERE c.closed_on IS NULL
    UNION
    SELECT 'ultimatums', c.claim_id, 'target', c.target_id
    FROM ultimatum_changes AS c
    INNER JOIN checked_versions AS k ON c.version_id = k.version_id
    WHERE c.closed_on IS NULL
),

sides AS (
    SELECT
        c.ledger,
        c.claim_id,
        c.version_id,
        p.role,
        p.actor_id,
        concat(p.actor_id, '@', c.version_id) AS alone_id,
        coalesce(i.identity_id, p.actor_id) AS identity_id
    FROM carried AS c
    INNER JOIN participants AS p ON c.claim_id = p.claim_id AND p.role IN ('actor', 'target')
    LEFT JOIN actors AS a ON p.actor_id = a.actor_id
    LEFT JOIN identities AS i ON c.version_id = i.version_id AND p.actor_id = i.actor_id
    WHERE c.ledger = 'ultimatums' OR p.role = 'target' OR a.kind IS DISTINCT FROM 'group_open'
)

SELECT
    concat_ws(' ', s.ledger, s.claim_id, s.role, s.actor_id) AS row_key,
    concat('its ', s.role, ' ', s.actor_id, ' stands not among the ', s.ledger) AS wrong,
    s.claim_id,
    s.version_id
FROM sides AS s
LEFT JOIN held AS h
    ON
        s.ledger = h.ledger
        AND s.claim_id = h.claim_id
        AND s.role = h.role
        AND h.identity_id IN (s.identity_id, s.alone_id)
WHERE
    h.claim_id IS NULL
    -- Somebody else stands on the other side: nobody recognises or sanctions himself.
    AND exists(
        SELECT 1
        FROM sides AS o
        WHERE
            o.claim_id = s.claim_id
            AND o.ledger = s.ledger
            AND o.role <> s.role
            AND (s.ledger = 'ultimatums' OR o.identity_id <> s.identity_id)
    )
ORDER BY row_key
