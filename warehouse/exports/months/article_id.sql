-- name: rows by the month in which the first text of their article was known
-- note: a duplicate's article has an appearance and no version of its own
WITH firsts AS (
    SELECT a.article_id, min(a.known_on) AS known_on
    FROM appearances AS a
    GROUP BY a.article_id
)

SELECT t, coalesce(strftime(f.known_on, '%Y-%m'), 'unknown') AS month
FROM $table AS t
LEFT JOIN firsts AS f ON t.article_id = f.article_id
