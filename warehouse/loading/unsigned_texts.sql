-- name: texts without a signature, by the place of their row
-- grain: one row per version
CREATE OR REPLACE TEMP TABLE unsigned_texts AS
SELECT v.rowid AS place
FROM versions AS v
WHERE v.version_id NOT IN (SELECT s.version_id FROM signatures AS s)
