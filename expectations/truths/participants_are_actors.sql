-- name: every participant of a claim stands in the table of actors
-- grain: one row per participant who does not
-- reads: participants, events, actors
-- table: participants
-- severity: critical
-- why: an actor or target that joins to nobody falls out of every count by country
SELECT
    concat_ws(' ', p.claim_id, p.role, p.ordinal) AS row_key,
    concat('actor_id ', p.actor_id, ' is not in actors') AS wrong,
    p.claim_id,
    e.version_id
FROM participants AS p
LEFT JOIN events AS e ON p.claim_id = e.claim_id
LEFT JOIN actors AS a ON p.actor_id = a.actor_id
WHERE a.actor_id IS NULL
ORDER BY row_key
