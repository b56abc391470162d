-- name: the first words of one text
-- grain: one row per version
-- reads: versions, articles
-- note: $key is the version, as a quoted literal
SELECT
    left(v.text, 400) AS text,
    v.title,
    a.canonical_url AS url
FROM versions AS v
LEFT JOIN articles AS a ON v.article_id = a.article_id
WHERE v.version_id = $key
