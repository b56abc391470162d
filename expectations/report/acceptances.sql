-- name: the critical checks of the night's latest run that a person overruled
-- grain: one row per check
-- reads: ops_acceptances, ops_runs
SELECT
    a.suite,
    a.expectation,
    a.reason,
    a.accepted_at::DATE AS accepted_on
FROM ops_acceptances AS a
WHERE
    a.run_id = (
        SELECT r.run_id
        FROM ops_runs AS r
        WHERE r.night = $night
        ORDER BY r.started_at DESC, r.run_id DESC
        LIMIT 1
    )
ORDER BY a.suite, a.expectation
