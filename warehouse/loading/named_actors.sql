-- name: the names of the texts to be read that no row of the seeds bears
-- grain: one row per text and named actor
SELECT
    e.version_id,
    p.actor_id,
    list_sort(list(DISTINCT p.name)) AS names,
    list_sort(coalesce(list(DISTINCT c.id) FILTER (WHERE c.id IS NOT NULL), [])) AS about
FROM told_events AS e
INNER JOIN told_participants AS p ON e.claim_id = p.claim_id
INNER JOIN actors AS a ON p.actor_id = a.actor_id AND a.kind = 'named'
LEFT JOIN told_participants AS b ON e.claim_id = b.claim_id AND b.role = 'about'
LEFT JOIN ref_countries AS c ON b.actor_id = c.id
WHERE p.actor_id LIKE 'NAME:%'
GROUP BY e.version_id, p.actor_id
ORDER BY e.version_id, p.actor_id
