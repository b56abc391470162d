-- name: actors that the seeds know bear the seeds' name
-- reads: ref_countries, ref_bodies, ref_entities
UPDATE actors
SET name = k.name
FROM (
    SELECT c.id, c.name FROM ref_countries AS c
    UNION ALL
    SELECT b.id, b.name FROM ref_bodies AS b WHERE b.id NOT IN (SELECT c.id FROM ref_countries AS c)
    UNION ALL
    SELECT e.id, e.name FROM ref_entities AS e
) AS k
WHERE actors.actor_id = k.id AND actors.name <> k.name
