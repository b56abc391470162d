-- name: who takes part in the claims of the texts that wait
-- grain: one row per claim, role and place
CREATE OR REPLACE TEMP TABLE pending_parties AS
SELECT DISTINCT ON (p.claim_id, p.role, p.identity_id) p.*
FROM parties_of('told_participants', 'told_events') AS p
ORDER BY p.claim_id, p.role, p.identity_id, p.ordinal
