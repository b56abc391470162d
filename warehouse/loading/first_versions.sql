-- name: a text staged twice in a night counts once, as the article that had it first
-- grain: one row per version
CREATE OR REPLACE TEMP TABLE staged_versions AS
SELECT s.*
FROM staged_versions AS s
QUALIFY row_number() OVER (PARTITION BY s.version_id ORDER BY s.known_on, s.published_date, s.article_id) = 1
