-- name: every participant of a claim stands in the table of actors
-- grain: one row per participant who does not
-- reads: participants, events, actors
-- table: participants
-- severity: critical
-- why: an actor or target that joins to nobody falls out of every count by country
WITH strangers AS MATERIALIZED (
    SELECT p.claim_id, p.role, p.ordinal, p.actor_id
    FROM participants AS p
    LEFT JOIN actors AS a ON p.actor_id = a.actor_id
    WHERE a.actor_id IS NULL
)

SELECT
    concat_ws(' ', s.claim_id, s.role, s.ordinal) AS row_key,
    concat('actor_id ', s.actor_id, ' is not in actors') AS wrong,
    s.claim_id,
    e.version_id
FROM strangers AS s
LEFT JOIN events AS e ON s.claim_id = e.claim_id
ORDER BY row_key
