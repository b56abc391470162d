-- name: the rows of one table that belong to claims of the texts being replaced
DELETE FROM $table WHERE claim_id IN (SELECT o.claim_id FROM old_claims AS o)
