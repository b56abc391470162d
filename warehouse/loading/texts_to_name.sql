-- name: texts whose names are read: those that wait, or all where none was read with the seeds of today
-- grain: one row per text
CREATE OR REPLACE TEMP TABLE texts_to_name AS
SELECT o.version_id
FROM ops_pending AS o
SEMI JOIN versions AS v ON o.version_id = v.version_id
UNION
SELECT v.version_id
FROM versions AS v
WHERE (SELECT count(*) FROM namings AS n WHERE n.knowledge = ?) = 0
