-- name: the known comparators
-- grain: one row per value
-- reads: ref_comparators
SELECT DISTINCT r.comparator AS value
FROM ref_comparators AS r
ORDER BY value
