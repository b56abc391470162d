-- name: every text with its number, the place in the order in which we came to know them
-- grain: one row per version
-- note: of one night's texts the one published first goes first, then by source and text; `placed_as` is all that the
--   order and the rules of likeness depend on besides the text
CREATE OR REPLACE TEMP TABLE numbered AS
SELECT
    (row_number() OVER (ORDER BY v.known_on, v.published_date, coalesce(a.source_id, ''), v.version_id) - 1)::INTEGER
        AS number,
    v.version_id,
    v.article_id,
    v.published_date,
    v.rowid AS place,
    concat_ws(' ', v.known_on, v.published_date, coalesce(a.source_id, ''), v.article_id) AS placed_as
FROM versions AS v
LEFT JOIN articles AS a ON v.article_id = a.article_id
ORDER BY 1
