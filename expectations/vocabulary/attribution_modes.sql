-- name: the known attribution modes
-- grain: one row per value
-- reads: ref_attribution_modes
SELECT DISTINCT r.mode AS value
FROM ref_attribution_modes AS r
ORDER BY value
