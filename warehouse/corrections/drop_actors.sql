-- name: of these actors, those that no text names any more
DELETE FROM actors
WHERE
    actor_id IN (SELECT unnest($ids))
    AND actor_id NOT IN (SELECT m.actor_id FROM mentions AS m)
    AND actor_id NOT IN (SELECT p.actor_id FROM participants AS p)
    AND actor_id NOT IN (SELECT d.value FROM readings AS d WHERE d.field IN ('actor', 'target'))
