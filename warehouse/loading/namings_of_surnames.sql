-- name: all namings of the touched surnames
-- grain: one row per text and named actor
SELECT n.*
FROM namings AS n
SEMI JOIN touched_surnames AS s ON n.surname = s.surname
ORDER BY n.surname, n.version_id, n.actor_id
