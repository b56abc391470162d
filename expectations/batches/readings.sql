-- name: the readings of the night's claims
-- grain: one row per claim and place among its readings
-- reads: readings, events, night_versions
SELECT r.claim_id, r.ordinal, r.field, r.value, r.rule
FROM readings AS r
INNER JOIN events AS e ON r.claim_id = e.claim_id
INNER JOIN night_versions AS v ON e.version_id = v.version_id
ORDER BY r.claim_id, r.ordinal
