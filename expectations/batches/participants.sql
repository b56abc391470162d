-- name: who takes part in the claims of the night
-- grain: one row per claim, role and ordinal
-- reads: participants, events, night_versions
SELECT
    p.claim_id,
    p.role,
    p.ordinal,
    p.actor_id,
    p.name
FROM participants AS p
INNER JOIN events AS e ON p.claim_id = e.claim_id
INNER JOIN night_versions AS v ON e.version_id = v.version_id
ORDER BY p.claim_id, p.role, p.ordinal
