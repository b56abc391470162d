-- name: the known offices
-- grain: one row per value
-- reads: ref_offices
SELECT DISTINCT r.office AS value
FROM ref_offices AS r
ORDER BY value
