-- name: the texts of a night: first known under it, or seen again under it
-- grain: one row per version
-- reads: versions, appearances
-- note: the only definition of the night's rows; a text that is seen again in a later night counts in both. The two parts
--   stand apart so that of a large warehouse only the rows of the night are read for the first
SELECT v.version_id, v.article_id, v.title, v.n_chars, v.language, v.published_date, v.known_on
FROM versions AS v
WHERE v.known_on = $night
UNION ALL
SELECT v.version_id, v.article_id, v.title, v.n_chars, v.language, v.published_date, v.known_on
FROM versions AS v
INNER JOIN (
    SELECT a.version_id FROM appearances AS a WHERE a.known_on = $night
    EXCEPT
    SELECT k.version_id FROM versions AS k WHERE k.known_on = $night
) AS s ON v.version_id = s.version_id
