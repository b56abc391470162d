-- name: the known rules of second readings
-- grain: one row per value
-- reads: ref_reading_rules
SELECT DISTINCT r.rule AS value
FROM ref_reading_rules AS r
ORDER BY value
