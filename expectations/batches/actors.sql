-- name: the actors that the night's texts name
-- grain: one row per actor
-- reads: actors, mentions, participants, events, night_versions
SELECT a.actor_id, a.kind, a.name
FROM actors AS a
WHERE a.actor_id IN (
    SELECT m.actor_id
    FROM mentions AS m
    INNER JOIN night_versions AS v ON m.version_id = v.version_id
    UNION ALL
    SELECT p.actor_id
    FROM participants AS p
    INNER JOIN events AS e ON p.claim_id = e.claim_id
    INNER JOIN night_versions AS v ON e.version_id = v.version_id
)
ORDER BY a.actor_id
