-- name: what clustering needs to know of each claim
-- grain: one row per claim
-- reads: events, versions, participants
-- note: actors and targets are distinct ids in order, joined with |; empty where there are none
SELECT
    e.claim_id, e.version_id, e.type, e.action, e.status, e.date_start, e.date_end, e.date_precision,
    v.published_date, v.known_on,
    coalesce(string_agg(DISTINCT p.actor_id, '|' ORDER BY p.actor_id) FILTER (WHERE p.role = 'actor'), '') AS actors,
    coalesce(string_agg(DISTINCT p.actor_id, '|' ORDER BY p.actor_id) FILTER (WHERE p.role = 'target'), '') AS targets
FROM events AS e
INNER JOIN versions AS v ON e.version_id = v.version_id
LEFT JOIN participants AS p ON e.claim_id = p.claim_id
GROUP BY ALL
ORDER BY e.claim_id
