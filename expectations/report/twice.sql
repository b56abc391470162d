-- name: the texts of the night that were extracted twice, by two processes
-- grain: one row per text
-- reads: ops_twice, ops_runs, versions, articles
SELECT
    t.version_id,
    t.agrees,
    t.detail,
    v.title,
    a.canonical_url AS url
FROM ops_twice AS t
LEFT JOIN versions AS v ON t.version_id = v.version_id
LEFT JOIN articles AS a ON v.article_id = a.article_id
WHERE
    t.run_id = (
        SELECT r.run_id
        FROM ops_runs AS r
        WHERE r.night = $night
        ORDER BY r.started_at DESC, r.run_id DESC
        LIMIT 1
    )
ORDER BY t.agrees, t.version_id
