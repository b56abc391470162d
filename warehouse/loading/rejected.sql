-- name: texts that are set aside, each with what is wrong with it, bound as two lists
-- grain: one row per version
CREATE OR REPLACE TEMP TABLE rejected AS
SELECT unnest(?::VARCHAR []) AS version_id, unnest(?::VARCHAR []) AS detail
