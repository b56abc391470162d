-- name: texts to place anew: those that are new or whose place or day is another, and the copies of such
-- grain: one row per version
SELECT n.number
FROM numbered AS n
INNER JOIN signatures AS s ON n.version_id = s.version_id
LEFT JOIN copies AS c ON n.version_id = c.version_id
WHERE
    s.placed_as <> n.placed_as
    OR c.copy_of IN (
        SELECT m.version_id
        FROM numbered AS m
        INNER JOIN signatures AS t ON m.version_id = t.version_id
        WHERE t.placed_as <> m.placed_as
    )
ORDER BY n.number
