-- name: the claims of the texts whose names are read
-- grain: one row per claim
CREATE OR REPLACE TEMP TABLE claims_to_name AS
SELECT e.claim_id
FROM events AS e
SEMI JOIN texts_to_name AS t ON e.version_id = t.version_id
