-- name: no row about a text outlives it
-- grain: one row per table and version that is missing
-- reads: sentences, mentions, events, appearances, identities, namings, clock_notices, recognition_changes, sanction_changes, ultimatum_changes, versions
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
    UNION ALL
    SELECT 'identities', i.version_id FROM identities AS i
    UNION ALL
    SELECT 'namings', n.version_id FROM namings AS n
    UNION ALL
    SELECT 'clock_notices', c.version_id FROM clock_notices AS c
    UNION ALL
    SELECT 'recognition_changes', r.version_id FROM recognition_changes AS r
    UNION ALL
    SELECT 'sanction_changes', x.version_id FROM sanction_changes AS x
    UNION ALL
    SELECT 'ultimatum_changes', u.version_id FROM ultimatum_changes AS u
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
