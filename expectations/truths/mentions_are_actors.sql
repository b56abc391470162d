-- name: every mention stands for an actor in the table of actors
-- grain: one row per mention that does not
-- reads: mentions, actors
-- table: mentions
-- severity: critical
-- why: a mention of nobody falls out of every search by actor
SELECT
    concat_ws(' ', m.version_id, m.field, m.start_char, m.actor_id) AS row_key,
    concat('actor_id ', m.actor_id, ' is not in actors') AS wrong,
    NULL AS claim_id,
    m.version_id
FROM mentions AS m
LEFT JOIN actors AS a ON m.actor_id = a.actor_id
WHERE a.actor_id IS NULL
ORDER BY row_key
