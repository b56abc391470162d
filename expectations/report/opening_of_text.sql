-- name: the first words of some texts
-- grain: one row per version
-- reads: versions, articles
-- note: $keys are the versions, as quoted literals; `text` is NULL in a published file
SELECT
    v.version_id,
    left(v.text, 400) AS text,
    v.title,
    a.canonical_url AS url
FROM versions AS v
LEFT JOIN articles AS a ON v.article_id = a.article_id
WHERE v.version_id IN ($keys)
ORDER BY v.version_id
