-- question: Which articles and sentences support this event?
-- cluster: the event, a cluster_id
-- reads: v_claim_support, v_claim_clusters
WITH asked AS (
    SELECT
        coalesce(getvariable('cluster')::VARCHAR, (SELECT min(c.cluster_id) FROM v_claim_clusters AS c)) AS cluster
)

SELECT s.claim_id, s.status, s.sentence, s.start_char, s.end_char, s.attribution_by, s.source_name, s.published_date, s.url
FROM v_claim_support AS s
INNER JOIN asked AS a ON s.cluster_id = a.cluster
ORDER BY s.published_date, s.claim_id
