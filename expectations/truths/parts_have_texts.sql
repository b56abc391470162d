-- name: no sentence, mention, claim or appearance outlives its text
-- grain: one row per table and version that is missing
-- reads: sentences, mentions, events, appearances, versions
-- table: versions
-- severity: critical
-- why: a row without its text cannot be checked by anyone
WITH parts AS (
    SELECT 'sentences' AS part, s.version_id FROM sentences AS s
    UNION ALL
    SELECT 'mentions', m.version_id FROM mentions AS m
    UNION ALL
    SELECT 'events', e.version_id FROM events AS e
    UNION ALL
    SELECT 'appearances', a.version_id FROM appearances AS a
)

SELECT
    concat_ws(' ', p.part, p.version_id) AS row_key,
    concat(count(*), ' rows of ', p.part, ' belong to no text') AS wrong,
    NULL AS claim_id,
    p.version_id
FROM parts AS p
LEFT JOIN versions AS v ON p.version_id = v.version_id
WHERE v.version_id IS NULL
GROUP BY p.part, p.version_id
ORDER BY row_key
