-- name: names of clusters that are no more, each with the cluster that now holds most of its claims
-- grain: one row per retired name whose claims still stand
-- note: the redirect follows the claims, so a name that was retired before follows a second merge too
INSERT INTO clusters
WITH former AS (
    SELECT o.cluster_id, n.cluster_id AS successor, count(*) AS n_claims
    FROM old_members AS o
    INNER JOIN new_members AS n ON o.claim_id = n.claim_id
    GROUP BY o.cluster_id, n.cluster_id
),

chosen AS (
    SELECT f.cluster_id, f.successor
    FROM former AS f
    QUALIFY row_number() OVER (PARTITION BY f.cluster_id ORDER BY f.n_claims DESC, f.successor) = 1
),

retired AS (
    SELECT c.cluster_id, c.type, c.action, coalesce(h.successor, c.merged_into) AS successor
    FROM old_clusters AS c
    LEFT JOIN chosen AS h ON coalesce(c.merged_into, c.cluster_id) = h.cluster_id
    WHERE c.cluster_id NOT IN (SELECT n.cluster_id FROM new_clusters AS n)
)

SELECT r.cluster_id, r.type, r.action, r.successor
FROM retired AS r
WHERE r.successor IN (SELECT n.cluster_id FROM new_clusters AS n WHERE n.merged_into IS NULL)
ORDER BY r.cluster_id
