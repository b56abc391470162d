-- name: the night's claims by status
-- grain: one row per status
-- reads: night_versions, events, ref_statuses
SELECT
    coalesce(r.status_group, 'unknown') AS part,
    e.status AS label,
    count(*) AS n
FROM events AS e
INNER JOIN night_versions AS v ON e.version_id = v.version_id
LEFT JOIN ref_statuses AS r ON e.status = r.status
GROUP BY part, label
ORDER BY part, n DESC, label
