-- name: how the latest run of each of the last 28 nights ended, and how many of its checks failed
-- grain: one row per night, oldest first
-- reads: ops_runs, ops_checks
WITH latest AS (
    SELECT
        r.night,
        max_by(r.run_id, (r.started_at, r.run_id)) AS run_id,
        max_by(r.status, (r.started_at, r.run_id)) AS status
    FROM ops_runs AS r
    WHERE r.night <= $night
    GROUP BY r.night
    ORDER BY r.night DESC
    LIMIT 28
)

SELECT
    l.night,
    l.status,
    count(c.run_id) AS checks,
    count(*) FILTER (WHERE NOT c.ok AND c.severity = 'critical') AS failed,
    count(*) FILTER (WHERE NOT c.ok AND c.severity = 'warning') AS warned
FROM latest AS l
LEFT JOIN ops_checks AS c ON l.run_id = c.run_id
GROUP BY l.night, l.status
ORDER BY l.night
