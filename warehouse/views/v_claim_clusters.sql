-- name: the cluster in which each claim stands now
-- grain: one row per clustered claim
-- reads: events, versions, cluster_members, clusters
-- note: a merged cluster stands under the name of the one that took it over;
--   is_first marks the claim by which an event was first reported, so counting it counts new events
-- stored: what is published holds its rows, made each night
CREATE VIEW v_claim_clusters AS
SELECT
    m.claim_id,
    coalesce(c.merged_into, m.cluster_id) AS cluster_id,
    row_number() OVER (
        PARTITION BY coalesce(c.merged_into, m.cluster_id)
        ORDER BY v.published_date, v.known_on, v.version_id, e.ordinal, m.claim_id
    ) = 1 AS is_first
FROM cluster_members AS m
INNER JOIN events AS e ON m.claim_id = e.claim_id
INNER JOIN versions AS v ON e.version_id = v.version_id
LEFT JOIN clusters AS c ON m.cluster_id = c.cluster_id;

COMMENT ON VIEW v_claim_clusters IS 'The cluster in which each claim stands now; one row per clustered claim';
COMMENT ON COLUMN v_claim_clusters.claim_id IS 'Claim';
COMMENT ON COLUMN v_claim_clusters.cluster_id IS 'Real event the claim tells of';
COMMENT ON COLUMN v_claim_clusters.is_first IS 'Whether no claim of the event was published earlier; ties by key';
