-- name: what was found of the texts bound as one list
DELETE FROM copies WHERE version_id IN (SELECT unnest(?::VARCHAR []))
