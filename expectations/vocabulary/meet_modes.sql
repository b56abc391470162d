-- name: the known meet modes
-- grain: one row per value
-- reads: ref_meet_modes
SELECT DISTINCT r.mode AS value
FROM ref_meet_modes AS r
ORDER BY value
