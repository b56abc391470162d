-- name: signatures of texts that are no more, and of another method than the one bound
DELETE FROM signatures
WHERE method <> ? OR version_id NOT IN (SELECT v.version_id FROM versions AS v)
