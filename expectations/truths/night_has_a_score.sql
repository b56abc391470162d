-- name: the extractor that made the night's claims was scored
-- grain: one row, where the night's run has no score
-- reads: ops_runs, ops_eval
-- table: ops_eval
-- severity: warning
-- why: without a score nobody can say how far the night's claims are to be trusted
-- note: a score counts from the run that last used that state of the extractor on
WITH night_run AS (
    SELECT
        r.run_id,
        r.started_at,
        r.extractor_version
    FROM ops_runs AS r
    WHERE r.night = $night
    ORDER BY r.started_at DESC, r.run_id DESC
    LIMIT 1
)

SELECT
    n.run_id AS row_key,
    concat('no score of ', n.extractor_version, ' as it was in this run') AS wrong,
    NULL AS claim_id,
    NULL AS version_id
FROM night_run AS n
WHERE
    NOT EXISTS (
        SELECT 1
        FROM ops_eval AS e
        WHERE e.extractor_version = n.extractor_version AND e.used_at >= n.started_at
    )
ORDER BY row_key
