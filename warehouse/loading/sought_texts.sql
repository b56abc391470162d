-- name: the texts of the temporary table `sought`
-- grain: one row per version
SELECT n.number, v.*
FROM numbered AS n
INNER JOIN sought AS f ON n.number = f.number
INNER JOIN versions AS v ON n.version_id = v.version_id
