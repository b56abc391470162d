-- name: where the texts that may have been placed anew were placed
UPDATE signatures
SET placed_as = n.placed_as
FROM numbered AS n
WHERE
    signatures.version_id = n.version_id
    AND n.version_id IN (SELECT w.version_id FROM waiting_texts AS w)
    AND signatures.placed_as <> n.placed_as
