-- question: Which articles and sentences support this event?
-- cluster: the event, a cluster_id
-- reads: v_claim_support, v_claim_clusters
WITH asked AS (
    SELECT
        coalesce(getvariable('cluster')::VARCHAR, (SELECT min(c.cluster_id) FROM v_claim_clusters AS c)) AS cluster
)

SELECT s.claim_id, s.status, s.sentence, s.start_char, s.end_char, s.attribution_by, s.source_name, s.published_date, s.url
FROM v_claim_clusters AS c
INNER JOIN asked AS a ON c.cluster_id = a.cluster
INNER JOIN LATERAL (SELECT q.* FROM v_claim_support AS q WHERE q.claim_id = c.claim_id) AS s ON true
ORDER BY s.published_date, s.claim_id
