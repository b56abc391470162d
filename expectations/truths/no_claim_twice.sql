-- name: no text makes the same claim twice from the same sentence
-- grain: one row per claim that repeats another
-- reads: checked_claims, evidence, participants
-- table: events
-- severity: critical
-- why: several mentions of one act are one event; a repeat would count as two
-- note: the same is: version, type, action, status, sentence, and the same actors in the same roles
WITH parties AS (
    SELECT p.claim_id, string_agg(concat(p.role, '=', p.actor_id), '|' ORDER BY p.role, p.actor_id) AS parties
    FROM participants AS p
    WHERE p.claim_id IN (SELECT e.claim_id FROM checked_claims AS e)
    GROUP BY p.claim_id
),

told AS (
    SELECT
        e.claim_id,
        e.version_id,
        min(e.claim_id) OVER (
            PARTITION BY
                e.version_id, e.type, e.action, e.status, s.field, s.start_char, s.end_char, coalesce(p.parties, '')
        ) AS first_id
    FROM checked_claims AS e
    INNER JOIN evidence AS s ON e.claim_id = s.claim_id AND s.kind = 'sentence'
    LEFT JOIN parties AS p ON e.claim_id = p.claim_id
)

SELECT DISTINCT
    t.claim_id AS row_key,
    concat('repeats ', t.first_id) AS wrong,
    t.claim_id,
    t.version_id
FROM told AS t
WHERE t.claim_id <> t.first_id
ORDER BY row_key, wrong
