-- name: what the night could not use
-- grain: one row per source, place, stage and reason
-- reads: set_aside
SELECT
    s.source_id,
    s.locator,
    s.stage,
    s.reason,
    s.detail
FROM set_aside AS s
WHERE s.night = $night
ORDER BY s.source_id, s.locator, s.stage, s.reason
