-- name: two processes extract the same from a text
-- grain: one row per text of the night's run that came out otherwise the second time
-- reads: ops_twice, ops_runs
-- table: ops_twice
-- severity: critical
-- why: what depends on the process that extracts, and not on the text alone, can be neither checked nor repeated
-- note: a sample of the night's texts is extracted again with another hash seed and another number of threads
SELECT
    t.version_id AS row_key,
    t.detail AS wrong,
    NULL AS claim_id,
    t.version_id
FROM ops_twice AS t
WHERE
    NOT t.agrees
    AND t.run_id = (
        SELECT r.run_id
        FROM ops_runs AS r
        WHERE r.night = $night
        ORDER BY r.started_at DESC, r.run_id DESC
        LIMIT 1
    )
ORDER BY row_key
