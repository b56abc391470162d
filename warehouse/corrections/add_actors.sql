-- name: an actor that a person named, unless it is there
INSERT INTO actors VALUES ($actor_id, $kind, $name) ON CONFLICT DO NOTHING
