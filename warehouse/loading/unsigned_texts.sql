-- name: texts without a signature
-- grain: one row per version, numbered from 0
CREATE OR REPLACE TEMP TABLE unsigned_texts AS
SELECT (row_number() OVER (ORDER BY v.version_id) - 1)::INTEGER AS number, v.version_id
FROM versions AS v
WHERE v.version_id NOT IN (SELECT s.version_id FROM signatures AS s)
