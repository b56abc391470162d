-- name: no staged rows, for a night whose batches hold none
-- grain: one row per staged row
CREATE OR REPLACE TEMP TABLE staged_$table AS
SELECT $columns
FROM $table
LIMIT 0
