-- name: a copy leads to a text that is there, was known no later, and is neither a copy nor of the same article
-- grain: one row per copy that does not
-- reads: copies, versions
-- table: copies
-- severity: critical
-- why: copies are what independent reports are counted without: a wrong one makes an echo a second witness
SELECT
    c.version_id AS row_key,
    concat('a copy of ', c.copy_of, ', which is ', CASE
        WHEN v.version_id IS NULL OR o.version_id IS NULL THEN 'not there, or the copy is not'
        WHEN b.version_id IS NOT NULL THEN 'a copy itself'
        WHEN v.article_id = o.article_id THEN 'of the same article'
        ELSE 'known later'
    END) AS wrong,
    NULL AS claim_id,
    c.version_id
FROM copies AS c
LEFT JOIN versions AS v ON c.version_id = v.version_id
LEFT JOIN versions AS o ON c.copy_of = o.version_id
LEFT JOIN copies AS b ON c.copy_of = b.version_id
WHERE
    v.version_id IS NULL
    OR o.version_id IS NULL
    OR b.version_id IS NOT NULL
    OR v.article_id = o.article_id
    OR o.known_on > v.known_on
ORDER BY row_key, wrong
