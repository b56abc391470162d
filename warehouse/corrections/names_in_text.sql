-- name: how a text writes the actors that it names
-- grain: one row per actor of the text
-- reads: mentions
SELECT m.actor_id, arg_min(m.surface, (m.field, m.start_char)) AS name
FROM mentions AS m
WHERE m.version_id = $version_id
GROUP BY m.actor_id
