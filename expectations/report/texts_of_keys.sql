-- name: which parts of the keys on record are texts
-- grain: one row per version
-- reads: versions
-- note: $keys are the parts, as quoted literals
SELECT v.version_id
FROM versions AS v
WHERE v.version_id IN ($keys)
ORDER BY v.version_id
