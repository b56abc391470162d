-- name: signatures of another method than the one bound
DELETE FROM signatures
WHERE method <> ?
