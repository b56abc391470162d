-- name: the staged rows of one table that belong to the texts being replaced
INSERT INTO $table
SELECT s.*
FROM staged_$table AS s
INNER JOIN replaced AS r ON s.version_id = r.version_id
ORDER BY ALL
