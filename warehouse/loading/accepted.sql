-- name: texts to load, bound as one list
-- grain: one row per version
CREATE OR REPLACE TEMP TABLE accepted AS
SELECT unnest(?::VARCHAR []) AS version_id
