-- name: the known precisions
-- grain: one row per value
-- reads: ref_precisions
SELECT DISTINCT r.precision AS value
FROM ref_precisions AS r
ORDER BY value
