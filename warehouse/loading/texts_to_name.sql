-- name: texts whose names are read: those that wait, or all where none was read with the seeds of today
-- grain: one row per text
CREATE OR REPLACE TEMP TABLE texts_to_name AS
SELECT v.version_id
FROM versions AS v
WHERE
    v.version_id IN (SELECT o.version_id FROM ops_pending AS o)
    OR NOT EXISTS (SELECT 1 FROM namings AS n WHERE n.knowledge = ?)
