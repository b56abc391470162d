-- set_aside: Inputs that a night could not use
-- grain: one row per input
-- reads: set_aside
SELECT
    locator,
    reason,
    detail,
    language
FROM set_aside
WHERE night = $night
ORDER BY reason, language, locator
