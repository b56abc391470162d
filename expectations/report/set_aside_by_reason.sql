-- name: what the night set aside, by reason
-- grain: one row per reason
-- reads: set_aside, ref_set_aside_reasons
SELECT
    s.reason AS label,
    count(*) AS n,
    any_value(r.definition) AS definition,
    any_value(r.remedy) AS remedy
FROM set_aside AS s
LEFT JOIN ref_set_aside_reasons AS r ON s.reason = r.reason
WHERE s.night = $night
GROUP BY s.reason
ORDER BY n DESC, label
