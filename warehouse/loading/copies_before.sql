-- name: what was on record of the texts bound as one list
-- grain: one row per copy
CREATE OR REPLACE TEMP TABLE copies_before AS
SELECT c.version_id, c.copy_of FROM copies AS c WHERE c.version_id IN (SELECT unnest(?::VARCHAR []))
