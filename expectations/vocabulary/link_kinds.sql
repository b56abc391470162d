-- name: the known kinds of link
-- grain: one row per value
-- reads: ref_link_kinds
SELECT DISTINCT r.kind AS value
FROM ref_link_kinds AS r
ORDER BY value
