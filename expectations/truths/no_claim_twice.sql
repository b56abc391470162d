-- name: no text makes the same claim twice from the same sentence
-- grain: one row per claim that repeats another
-- reads: events, evidence, participants
-- table: events
-- severity: critical
-- why: several mentions of one act are one event; a repeat would count as two
-- note: the same is: version, type, action, status, sentence, and the same actors in the same roles. Only sentences with
--   several claims are looked into: they are few
WITH shared AS (
    SELECT s.version_id, s.field, s.start_char, s.end_char
    FROM evidence AS s
    WHERE s.kind = 'sentence'
    GROUP BY s.version_id, s.field, s.start_char, s.end_char
    HAVING count(*) > 1
),

told AS (
    SELECT
        e.claim_id,
        e.version_id,
        e.type,
        e.action,
        e.status,
        s.field,
        s.start_char,
        s.end_char
    FROM evidence AS s
    SEMI JOIN shared AS h
        ON
            s.version_id = h.version_id
            AND s.field = h.field
            AND s.start_char = h.start_char
            AND s.end_char = h.end_char
    INNER JOIN events AS e ON s.claim_id = e.claim_id
    WHERE s.kind = 'sentence'
),

alike AS (
    SELECT
        a.claim_id AS first_claim_id,
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
            AND a.claim_id < b.claim_id
),

parties AS (
    SELECT
        p.claim_id,
        string_agg(concat(p.role, '=', p.actor_id), '|' ORDER BY p.role, p.actor_id) AS parties
    FROM participants AS p
    WHERE p.claim_id IN (SELECT unnest([k.first_claim_id, k.claim_id]) FROM alike AS k)
    GROUP BY p.claim_id
)

SELECT
    k.claim_id AS row_key,
    concat('repeats ', k.first_claim_id) AS wrong,
    k.claim_id,
    k.version_id
FROM alike AS k
LEFT JOIN parties AS a ON k.first_claim_id = a.claim_id
LEFT JOIN parties AS b ON k.claim_id = b.claim_id
WHERE coalesce(a.parties, '') = coalesce(b.parties, '')
ORDER BY row_key, wrong
