-- name: the known actions
-- grain: one row per value
-- reads: ref_actions
SELECT DISTINCT r.action AS value
FROM ref_actions AS r
ORDER BY value
