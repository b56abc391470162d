-- name: actors that only replaced texts named, and no text names any more
DELETE FROM actors
WHERE
    actor_id IN (SELECT o.actor_id FROM old_actors AS o)
    AND actor_id NOT IN (SELECT m.actor_id FROM mentions AS m SEMI JOIN old_actors AS o ON m.actor_id = o.actor_id)
    AND actor_id NOT IN (SELECT p.actor_id FROM participants AS p SEMI JOIN old_actors AS o ON p.actor_id = o.actor_id)
    AND actor_id NOT IN (
        SELECT d.value
        FROM readings AS d
        SEMI JOIN old_actors AS o ON d.value = o.actor_id
        WHERE d.field IN ('actor', 'target')
    )
    AND actor_id NOT IN (SELECT c.actor_id FROM clock_notice_actors AS c SEMI JOIN old_actors AS o ON c.actor_id = o.actor_id)
