-- name: no text makes the same claim twice from the same sentence
-- grain: one row per claim that repeats another
-- reads: events, evidence, participants
-- table: events
-- severity: critical
-- why: several mentions of one act are one event; a repeat would count as two
-- note: the same is: version, type, action, status, sentence, and the same actors in the same roles
WITH told AS (
    SELECT
        e.claim_id,
        e.version_id,
        e.type,
        e.action,
        e.status,
        s.field,
        s.start_char,
        s.end_char,
        coalesce((
            SELECT string_agg(concat(p.role, '=', p.actor_id), '|' ORDER BY p.role, p.actor_id)
            FROM participants AS p
            WHERE p.claim_id = e.claim_id
        ), '') AS parties
    FROM events AS e
    INNER JOIN evidence AS s ON e.claim_id = s.claim_id AND s.kind = 'sentence'
)

SELECT
    b.claim_id AS row_key,
    concat('repeats ', a.claim_id) AS wrong,
    b.claim_id,
    b.version_id
FROM told AS a
INNER JOIN told AS b
    ON
        a.version_id = b.version_id
        AND a.type = b.type
        AND a.action = b.action
        AND a.status = b.status
        AND a.field = b.field
        AND a.start_char = b.start_char
        AND a.end_char = b.end_char
        AND a.parties = b.parties
        AND a.claim_id < b.claim_id
ORDER BY row_key, wrong
