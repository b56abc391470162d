-- name: texts that are no copies
-- grain: one row per version that was placed and has no row in copies
SELECT n.number
FROM numbered AS n
INNER JOIN signatures AS s ON n.version_id = s.version_id AND s.placed_as <> ''
WHERE n.version_id NOT IN (SELECT c.version_id FROM copies AS c)
