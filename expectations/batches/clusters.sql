-- name: the clusters that hold a claim of the night, with their size
-- grain: one row per cluster
-- reads: cluster_members, events, night_versions
SELECT
    m.cluster_id,
    min(m.claim_id) AS claim_id,
    count(*) AS claims
FROM cluster_members AS m
WHERE m.cluster_id IN (
    SELECT n.cluster_id
    FROM cluster_members AS n
    INNER JOIN events AS e ON n.claim_id = e.claim_id
    INNER JOIN night_versions AS v ON e.version_id = v.version_id
)
GROUP BY m.cluster_id
ORDER BY m.cluster_id
