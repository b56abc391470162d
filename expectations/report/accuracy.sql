-- name: how well each version of the extractor did on annotated documents
-- grain: one row per extractor version, state of the knowledge, gold set, slice and measure
-- reads: ops_eval, ops_runs
-- note: `since` is the first night that ran with the version, by which versions are ordered; `is_of_night` says that the
--   night's latest run used the version. Only versions first used up to the night are here.
WITH used AS (
    SELECT
        r.extractor_version,
        min(r.started_at) AS first_run,
        min(r.night) AS since
    FROM ops_runs AS r
    GROUP BY r.extractor_version
)

SELECT
    e.extractor_version,
    e.knowledge,
    e.gold,
    e.slice_kind,
    e.slice,
    e.measure,
    e.right_count,
    e.found_count,
    e.expected_count,
    e.documents,
    e.value,
    e.low,
    e.high,
    u.since,
    coalesce(e.extractor_version = (
        SELECT r.extractor_version
        FROM ops_runs AS r
        WHERE r.night = $night
        ORDER BY r.started_at DESC, r.run_id DESC
        LIMIT 1
    ), false) AS is_of_night
FROM ops_eval AS e
LEFT JOIN used AS u ON e.extractor_version = u.extractor_version
WHERE u.since IS NULL OR u.since <= $night
ORDER BY e.gold, u.first_run NULLS FIRST, e.extractor_version, e.knowledge, e.slice_kind, e.slice, e.measure
