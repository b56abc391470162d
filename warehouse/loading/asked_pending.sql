-- name: claims of texts that wait
-- grain: one row per claim
CREATE OR REPLACE TEMP TABLE asked AS
SELECT e.claim_id
FROM events AS e
SEMI JOIN ops_pending AS p ON e.version_id = p.version_id
