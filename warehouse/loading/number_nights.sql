-- name: the texts of the nights of the temporary table `reached`, each with its number: the place in the order in which we
--   came to know them
-- grain: one row per version
-- note: the number begins with the night, so that of other nights nothing needs to be known: 2^24 texts a night. Of one
--   night's texts the one published first goes first, then by source and text; `placed_as` is all that the order and the
--   rules of likeness depend on besides the text
INSERT INTO numbered
SELECT
    (v.known_on - DATE '1970-01-01')::BIGINT * 16777216
    + row_number() OVER (PARTITION BY v.known_on ORDER BY v.published_date, coalesce(a.source_id, ''), v.version_id)
    - 1 AS number,
    v.known_on AS night,
    v.version_id,
    v.article_id,
    v.published_date,
    v.rowid AS place,
    concat_ws(' ', v.known_on, v.published_date, coalesce(a.source_id, ''), v.article_id) AS placed_as
FROM versions AS v
LEFT JOIN articles AS a ON v.article_id = a.article_id
WHERE
    v.known_on IN (SELECT r.night FROM reached AS r)
    AND v.known_on NOT IN (SELECT n.night FROM numbered AS n)
ORDER BY number
