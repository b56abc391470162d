-- name: clusters and their places refer to one another, and a redirect leads to a living cluster
-- grain: one row per place, empty cluster or redirect that does not
-- reads: clusters, cluster_members
-- table: clusters
-- severity: critical
-- why: an event number that someone cited must lead to its claims, directly or by redirect
SELECT
    concat_ws(' ', m.cluster_id, m.claim_id) AS row_key,
    'the cluster is missing' AS wrong,
    m.claim_id,
    NULL AS version_id
FROM cluster_members AS m
LEFT JOIN clusters AS c ON m.cluster_id = c.cluster_id
WHERE c.cluster_id IS NULL
UNION ALL
SELECT
    c.cluster_id,
    'the cluster has no claim and no redirect',
    NULL,
    NULL
FROM clusters AS c
LEFT JOIN cluster_members AS m ON c.cluster_id = m.cluster_id
WHERE c.merged_into IS NULL AND m.cluster_id IS NULL
UNION ALL
SELECT
    c.cluster_id,
    concat('redirects to ', c.merged_into, ', which is not there or redirects again'),
    NULL,
    NULL
FROM clusters AS c
LEFT JOIN clusters AS t ON c.merged_into = t.cluster_id AND t.merged_into IS NULL
WHERE c.merged_into IS NOT NULL AND t.cluster_id IS NULL
ORDER BY row_key, wrong
