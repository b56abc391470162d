-- name: what the night set aside, by language
-- grain: one row per language, NULL for inputs whose language was not told
-- reads: set_aside
SELECT
    s.language AS label,
    count(*) AS n
FROM set_aside AS s
WHERE s.night = $night
GROUP BY s.language
ORDER BY n DESC, label NULLS LAST
