-- name: the known measures
-- grain: one row per value
-- reads: ref_measures
SELECT DISTINCT r.measure AS value
FROM ref_measures AS r
ORDER BY value
