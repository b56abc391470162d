-- name: the inputs that the night set aside
-- grain: one row per input
-- reads: set_aside
SELECT
    s.source_id,
    s.locator,
    s.stage,
    s.reason,
    s.detail,
    s.language
FROM set_aside AS s
WHERE s.night = $night
ORDER BY s.reason, s.source_id, s.locator, s.stage, s.detail
