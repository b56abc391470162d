-- name: the latest run of the night
-- grain: one row, none where the file has no run of the night
-- reads: ops_runs
SELECT
    r.run_id,
    r.night,
    r.status,
    r.started_at::VARCHAR AS started_at,
    r.extractor_version
FROM ops_runs AS r
WHERE r.night = $night
ORDER BY r.started_at DESC, r.run_id DESC
LIMIT 1
