-- name: between which places the rows of the texts of the temporary table `sought` lie
-- grain: one row
SELECT coalesce(min(n.place), 0) AS first_place, coalesce(max(n.place), -1) AS last_place
FROM numbered AS n
SEMI JOIN sought AS f ON n.number = f.number
