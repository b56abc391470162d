-- question: Which reports of a night tell something new, and which repeat?
-- night: the night; by default the latest
-- reads: events, v_claim_clusters, cluster_members, versions
WITH asked AS (
    SELECT
        coalesce(getvariable('night')::DATE, (SELECT max(v.known_on) FROM versions AS v)) AS night
)

SELECT
    e.type,
    e.action,
    count(*) AS n_claims,
    count(*) FILTER (WHERE c.is_first) AS n_first_reports,
    count(*) FILTER (WHERE m.is_new_information AND NOT c.is_first) AS n_with_news,
    count(*) FILTER (WHERE NOT m.is_new_information AND NOT c.is_first) AS n_repeats
FROM versions AS v
INNER JOIN asked AS a ON v.known_on = a.night
INNER JOIN events AS e ON v.version_id = e.version_id
INNER JOIN v_claim_clusters AS c ON e.claim_id = c.claim_id
INNER JOIN cluster_members AS m ON e.claim_id = m.claim_id
GROUP BY e.type, e.action
ORDER BY e.type, e.action
