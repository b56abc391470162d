-- name: surnames of which a naming is new, changed or gone
-- grain: one row per surname
CREATE OR REPLACE TEMP TABLE touched_surnames AS
SELECT n.surname
FROM namings AS n
SEMI JOIN texts_to_name AS t ON n.version_id = t.version_id
UNION
SELECT g.surname FROM given_namings AS g
