-- name: the night in numbers
-- grain: one row
-- reads: night_versions, events, cluster_members, participants, set_aside
SELECT
    (SELECT count(DISTINCT v.article_id) FROM night_versions AS v) AS articles,
    (
        SELECT count(DISTINCT a.source_id)
        FROM articles AS a
        INNER JOIN night_versions AS v ON a.article_id = v.article_id
    ) AS sources,
    count(DISTINCT e.claim_id) AS claims,
    count(DISTINCT m.cluster_id) AS clusters,
    count(DISTINCT p.actor_id) AS actors,
    (SELECT count(*) FROM set_aside AS s WHERE s.night = $night) AS set_aside,
    string_agg(DISTINCT e.extractor_version, ', ' ORDER BY e.extractor_version) AS extractors
FROM events AS e
INNER JOIN night_versions AS v ON e.version_id = v.version_id
LEFT JOIN cluster_members AS m ON e.claim_id = m.claim_id
LEFT JOIN participants AS p ON e.claim_id = p.claim_id
