-- name: the links of the night's claims
-- grain: one row per claim and place among its links
-- reads: links, events, night_versions
SELECT k.claim_id, k.ordinal, k.kind
FROM links AS k
INNER JOIN events AS e ON k.claim_id = e.claim_id
INNER JOIN night_versions AS v ON e.version_id = v.version_id
ORDER BY k.claim_id, k.ordinal
