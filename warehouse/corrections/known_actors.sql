-- name: actors by their ids, with kind and the name to show
-- grain: one row per id of the seeds or of the warehouse
-- reads: ref_countries, ref_bodies, ref_entities, actors
SELECT c.id, 'state' AS kind, c.name, 1 AS rank FROM ref_countries AS c WHERE c.id IN (SELECT unnest($ids))
UNION ALL
SELECT b.id, 'body' AS kind, b.name, 2 AS rank FROM ref_bodies AS b WHERE b.id IN (SELECT unnest($ids))
UNION ALL
SELECT n.id, n.kind, n.name, 3 AS rank FROM ref_entities AS n WHERE n.id IN (SELECT unnest($ids))
UNION ALL
SELECT a.actor_id, a.kind, a.name, 0 AS rank FROM actors AS a WHERE a.actor_id IN (SELECT unnest($ids))
ORDER BY rank DESC
