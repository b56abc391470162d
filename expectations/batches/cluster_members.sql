-- name: the place of the night's claims in their clusters
-- grain: one row per cluster and claim
-- reads: cluster_members, events, night_versions
SELECT m.cluster_id, m.claim_id, m.rule, m.score, m.is_new_information
FROM cluster_members AS m
INNER JOIN events AS e ON m.claim_id = e.claim_id
INNER JOIN night_versions AS v ON e.version_id = v.version_id
ORDER BY m.cluster_id, m.claim_id
