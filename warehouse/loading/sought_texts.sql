-- name: the texts of the temporary table `sought`, whose rows lie from the first place to the last
-- grain: one row per version
-- note: the bounds let the scan skip what lies outside
SELECT n.number, v.*
FROM numbered AS n
INNER JOIN sought AS f ON n.number = f.number
INNER JOIN versions AS v ON n.place = v.rowid
WHERE v.rowid BETWEEN ? AND ?
