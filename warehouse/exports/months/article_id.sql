-- name: rows by the month in which the first text of their article was known
WITH firsts AS (
    SELECT v.article_id, min(v.known_on) AS known_on
    FROM versions AS v
    GROUP BY v.article_id
)

SELECT t, coalesce(strftime(f.known_on, '%Y-%m'), 'unknown') AS month
FROM $table AS t
LEFT JOIN firsts AS f ON t.article_id = f.article_id
