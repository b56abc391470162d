-- name: the night's claims by type and action
-- grain: one row per type and action
-- reads: night_versions, events
SELECT
    e.type AS part,
    e.action AS label,
    count(*) AS n
FROM events AS e
INNER JOIN night_versions AS v ON e.version_id = v.version_id
GROUP BY e.type, e.action
ORDER BY part, n DESC, label
