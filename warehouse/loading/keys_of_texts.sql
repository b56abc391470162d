-- name: the keys of all texts, one by one
-- grain: one row per key of a text; `place` is the key's place in the signature
CREATE OR REPLACE TEMP TABLE text_keys AS
SELECT n.number, generate_subscripts(s.keys, 1)::UTINYINT AS place, unnest(s.keys) AS key
FROM signatures AS s
INNER JOIN numbered AS n ON s.version_id = n.version_id
