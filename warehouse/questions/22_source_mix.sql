-- question: What is the mix of sources, and how many events rest on one alone?
-- reads: v_events, sources
WITH events_by AS (
    SELECT e.cluster_id, list(DISTINCT e.source_id) AS sources
    FROM v_events AS e
    GROUP BY e.cluster_id
)

SELECT
    s.name AS source,
    count(*) AS n_claims,
    count(DISTINCT e.cluster_id) AS n_events,
    count(DISTINCT e.cluster_id) FILTER (WHERE len(b.sources) = 1) AS n_events_told_by_it_alone
FROM v_events AS e
INNER JOIN events_by AS b ON e.cluster_id = b.cluster_id
LEFT JOIN sources AS s ON e.source_id = s.source_id
GROUP BY s.source_id, s.name
ORDER BY n_claims DESC, s.name
