-- name: every text belongs to an article, and every article and appearance to a source
-- grain: one row per text, article or appearance that does not
-- reads: versions, articles, appearances, sources
-- table: articles
-- severity: critical
-- why: a text of nowhere cannot be cited, nor be counted by source
SELECT
    concat('versions ', v.version_id) AS row_key,
    concat('article ', v.article_id, ' is missing') AS wrong,
    NULL AS claim_id,
    v.version_id
FROM versions AS v
LEFT JOIN articles AS a ON v.article_id = a.article_id
WHERE a.article_id IS NULL
UNION ALL
SELECT
    concat('articles ', a.article_id),
    concat('source ', a.source_id, ' is missing'),
    NULL,
    NULL
FROM articles AS a
LEFT JOIN sources AS s ON a.source_id = s.source_id
WHERE s.source_id IS NULL
UNION ALL
SELECT
    concat_ws(' ', 'appearances', p.article_id, p.version_id, p.locator),
    concat('source ', p.source_id, ' is missing'),
    NULL,
    p.version_id
FROM appearances AS p
LEFT JOIN sources AS s ON p.source_id = s.source_id
WHERE s.source_id IS NULL
ORDER BY row_key
