-- name: who takes part in the claims of the texts that wait
-- grain: one row per claim, role and place
CREATE OR REPLACE TEMP TABLE pending_parties AS
SELECT DISTINCT ON (p.claim_id, p.role, p.identity_id) p.*
FROM v_parties AS p
INNER JOIN opened AS o ON p.version_id = o.version_id
ORDER BY p.claim_id, p.role, p.identity_id, p.ordinal
