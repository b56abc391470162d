-- name: a claim of the same sentence that now tells the same as this one
-- grain: at most one row
-- reads: events, evidence, participants
-- note: the same rule as the truth no_claim_twice, which would refuse the night
WITH told AS (
    SELECT
        e.claim_id,
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
    WHERE e.version_id = $version_id
)

SELECT b.claim_id
FROM told AS a
INNER JOIN told AS b
    ON
        a.claim_id <> b.claim_id
        AND a.type = b.type
        AND a.action = b.action
        AND a.status = b.status
        AND a.field = b.field
        AND a.start_char = b.start_char
        AND a.end_char = b.end_char
        AND a.parties = b.parties
WHERE a.claim_id = $claim_id
ORDER BY b.claim_id
LIMIT 1
