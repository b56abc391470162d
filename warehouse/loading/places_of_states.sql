-- name: where texts of these ids name a state
-- grain: one row per mention
SELECT m.version_id, m.field, m.start_char, m.end_char, m.surface, m.actor_id, m.method
FROM mentions AS m
INNER JOIN ref_countries AS c ON m.actor_id = c.id
WHERE m.field = 'text' AND m.version_id IN (SELECT unnest(?))
ORDER BY m.version_id, m.start_char, m.actor_id
