-- name: every claim stands in exactly one cluster
-- grain: one row per claim that stands in none or several
-- reads: cluster_members, checked_claims
-- table: cluster_members
-- severity: critical
-- why: a claim outside every cluster is missing from the counts of real events, in two it counts twice
SELECT
    e.claim_id AS row_key,
    concat('stands in ', count(m.cluster_id), ' clusters') AS wrong,
    e.claim_id,
    e.version_id
FROM checked_claims AS e
LEFT JOIN cluster_members AS m ON e.claim_id = m.claim_id
GROUP BY e.claim_id, e.version_id
HAVING count(m.cluster_id) <> 1
ORDER BY row_key
