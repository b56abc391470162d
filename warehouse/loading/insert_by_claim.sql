-- name: the staged rows of one table that belong to claims of the texts being replaced
INSERT INTO $table
SELECT s.*
FROM staged_$table AS s
INNER JOIN staged_events AS e ON s.claim_id = e.claim_id
INNER JOIN replaced AS r ON e.version_id = r.version_id
ORDER BY ALL
