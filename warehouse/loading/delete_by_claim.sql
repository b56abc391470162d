-- name: the rows of one table that belong to claims of the texts being replaced
DELETE FROM $table
WHERE claim_id IN (
    SELECT e.claim_id
    FROM events AS e
    INNER JOIN replaced AS r ON e.version_id = r.version_id
)
