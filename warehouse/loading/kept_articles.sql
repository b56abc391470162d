-- name: staged articles but those whose texts were all set aside
-- grain: one row per article
CREATE OR REPLACE TEMP TABLE kept_articles AS
SELECT s.*
FROM staged_articles AS s
WHERE
    s.article_id IN (
        SELECT v.article_id
        FROM staged_versions AS v
        INNER JOIN accepted AS a ON v.version_id = a.version_id
    )
    OR s.article_id IN (SELECT k.article_id FROM kept_appearances AS k)
