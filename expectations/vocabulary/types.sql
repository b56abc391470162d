-- name: the known types
-- grain: one row per value
-- reads: ref_types
SELECT DISTINCT r.type AS value
FROM ref_types AS r
ORDER BY value
