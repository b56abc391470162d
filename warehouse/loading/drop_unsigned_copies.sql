-- name: copies of which one text has no signature any more
DELETE FROM copies
WHERE
    version_id NOT IN (SELECT s.version_id FROM signatures AS s)
    OR copy_of NOT IN (SELECT s.version_id FROM signatures AS s)
