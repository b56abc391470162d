-- name: the known set aside reasons
-- grain: one row per value
-- reads: ref_set_aside_reasons
SELECT DISTINCT r.reason AS value
FROM ref_set_aside_reasons AS r
ORDER BY value
