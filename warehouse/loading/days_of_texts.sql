-- name: the day on which each text was published, in the order of their numbers
-- grain: one row per version
SELECT n.published_date
FROM numbered AS n
ORDER BY n.number
