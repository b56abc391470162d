-- name: the known scopes
-- grain: one row per value
-- reads: ref_scopes
SELECT DISTINCT r.scope AS value
FROM ref_scopes AS r
ORDER BY value
