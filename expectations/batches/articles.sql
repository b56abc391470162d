-- name: the articles that own a text of the night
-- grain: one row per article
-- reads: articles, night_versions
SELECT a.article_id, a.canonical_url, min(v.version_id) AS version_id
FROM articles AS a
INNER JOIN night_versions AS v ON a.article_id = v.article_id
GROUP BY a.article_id, a.canonical_url
ORDER BY a.article_id
