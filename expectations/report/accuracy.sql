-- name: how well the extractor did on annotated documents, in the states that it had up to the night
-- grain: one row per extractor version, state of the knowledge, gold set, slice and measure
-- reads: ops_eval, ops_runs
-- note: states are in the order in which they were last used; `is_of_night` marks the one that the night's latest run
--   used: of its version, and the first that was used then or later
WITH run AS (
    SELECT
        r.extractor_version,
        r.started_at
    FROM ops_runs AS r
    WHERE r.night = $night
    ORDER BY r.started_at DESC, r.run_id DESC
    LIMIT 1
),

of_night AS (
    SELECT
        e.gold,
        min(e.used_at) AS used_at
    FROM ops_eval AS e
    INNER JOIN run AS r ON e.extractor_version = r.extractor_version AND e.used_at >= r.started_at
    GROUP BY e.gold
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
    e.used_at = o.used_at AND e.extractor_version = (SELECT r.extractor_version FROM run AS r) AS is_of_night
FROM ops_eval AS e
INNER JOIN of_night AS o ON e.gold = o.gold AND e.used_at <= o.used_at
ORDER BY e.gold, e.used_at, e.extractor_version, e.knowledge, e.slice_kind, e.slice, e.measure
