-- name: the known roles
-- grain: one row per value
-- reads: ref_roles
SELECT DISTINCT r.role AS value
FROM ref_roles AS r
ORDER BY value
