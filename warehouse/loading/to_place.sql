-- name: the numbers of the texts to place anew
-- grain: one row per version
SELECT n.number
FROM numbered AS n
SEMI JOIN moved_texts AS m ON n.version_id = m.version_id
ORDER BY n.number
