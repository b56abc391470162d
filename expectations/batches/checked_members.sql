-- name: the members of all clusters that hold a claim that is judged
-- grain: one row per claim
-- reads: cluster_members, checked_claims
SELECT m.*
FROM cluster_members AS m
WHERE
    $whole
    OR m.cluster_id IN (
        SELECT k.cluster_id FROM cluster_members AS k INNER JOIN checked_claims AS c ON k.claim_id = c.claim_id
    )
