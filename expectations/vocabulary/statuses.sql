-- name: the known statuses
-- grain: one row per value
-- reads: ref_statuses
SELECT DISTINCT r.status AS value
FROM ref_statuses AS r
ORDER BY value
