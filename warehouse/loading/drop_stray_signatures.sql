-- name: signatures of texts that are no more, and copies of which one text has no signature
DELETE FROM signatures
WHERE version_id NOT IN (SELECT v.version_id FROM versions AS v);
DELETE FROM copies
WHERE
    version_id NOT IN (SELECT s.version_id FROM signatures AS s)
    OR copy_of NOT IN (SELECT s.version_id FROM signatures AS s)
