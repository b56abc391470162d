-- name: the rows of one table that belong to the texts being replaced
DELETE FROM $table
WHERE version_id IN (SELECT r.version_id FROM held AS r)
