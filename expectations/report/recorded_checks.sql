-- name: the results on record for the latest run of the night
-- grain: one row per expectation
-- reads: ops_runs, ops_checks
-- note: in the order in which they were recorded, which a sorted copy does not keep
SELECT c.*
FROM ops_checks AS c
WHERE
    c.run_id = (
        SELECT r.run_id
        FROM ops_runs AS r
        WHERE r.night = $night
        ORDER BY r.started_at DESC, r.run_id DESC
        LIMIT 1
    )
