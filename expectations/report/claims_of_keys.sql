-- name: which parts of the keys on record are claims
-- grain: one row per claim
-- reads: events
-- note: $keys are the parts, as quoted literals
SELECT
    e.claim_id,
    e.version_id
FROM events AS e
WHERE e.claim_id IN ($keys)
ORDER BY e.claim_id
