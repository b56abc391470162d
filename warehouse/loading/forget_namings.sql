-- name: what the texts to be read said of names before
DELETE FROM namings
WHERE version_id IN (SELECT t.version_id FROM texts_to_name AS t)
