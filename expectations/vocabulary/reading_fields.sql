-- name: what of a claim may be read two ways
-- grain: one row per value
-- reads: ref_reading_fields
SELECT DISTINCT r.field AS value
FROM ref_reading_fields AS r
ORDER BY value
