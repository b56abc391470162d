-- name: no part of a claim outlives it
-- grain: one row per participant, measure, quantity, condition, link, reading, piece of evidence or cluster place without its claim
-- reads: participants, measures, quantities, conditions, links, readings, evidence, cluster_members, events
-- table: events
-- severity: critical
-- why: an orphan is counted without the claim that carried it: a half-replaced text
WITH parts AS (
    SELECT 'participants' AS part, p.claim_id FROM participants AS p
    UNION ALL
    SELECT 'measures', m.claim_id FROM measures AS m
    UNION ALL
    SELECT 'quantities', q.claim_id FROM quantities AS q
    UNION ALL
    SELECT 'conditions', c.claim_id FROM conditions AS c
    UNION ALL
    SELECT 'links', l.claim_id FROM links AS l
    UNION ALL
    SELECT 'readings', r.claim_id FROM readings AS r
    UNION ALL
    SELECT 'evidence', v.claim_id FROM evidence AS v
    UNION ALL
    SELECT 'cluster_members', k.claim_id FROM cluster_members AS k
)

SELECT
    concat_ws(' ', p.part, p.claim_id) AS row_key,
    concat(count(*), ' rows of ', p.part, ' belong to no claim') AS wrong,
    p.claim_id,
    NULL AS version_id
FROM parts AS p
LEFT JOIN events AS e ON p.claim_id = e.claim_id
WHERE e.claim_id IS NULL
GROUP BY p.part, p.claim_id
ORDER BY row_key
