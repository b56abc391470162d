-- name: which accepted texts take the place of what the warehouse holds of them, and the night they were first known
-- grain: one row per version whose rows are written
-- note: `held` are those of which the warehouse holds something: where there are none, nothing else needs to be read. A
--   text that another article had first keeps that article, its day and its claims; the later article is an
--   appearance. The rule depends on the rows alone, so nights may be loaded in any order.
CREATE OR REPLACE TEMP TABLE replaced AS
SELECT s.version_id, least(s.known_on, coalesce(v.known_on, s.known_on)) AS known_on
FROM staged_versions AS s
INNER JOIN accepted AS a ON s.version_id = a.version_id
LEFT JOIN versions AS v ON s.version_id = v.version_id
WHERE
    v.version_id IS NULL
    OR v.article_id = s.article_id
    OR (s.known_on, s.published_date, s.article_id) <= (v.known_on, v.published_date, v.article_id);
CREATE OR REPLACE TEMP TABLE held AS
SELECT r.version_id FROM replaced AS r SEMI JOIN versions AS v ON r.version_id = v.version_id
