-- name: the texts being replaced, each with the night it was first known
INSERT INTO versions
SELECT s.* REPLACE (r.known_on AS known_on)
FROM staged_versions AS s
INNER JOIN replaced AS r ON s.version_id = r.version_id
ORDER BY s.version_id
