-- name: the measures of the night's sanction claims
-- grain: one row per claim and measure
-- reads: measures, events, night_versions
SELECT m.claim_id, m.measure
FROM measures AS m
INNER JOIN events AS e ON m.claim_id = e.claim_id
INNER JOIN night_versions AS v ON e.version_id = v.version_id
ORDER BY m.claim_id, m.measure
