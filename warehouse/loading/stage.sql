-- name: the rows of one table that a night staged, from the Parquet files bound to the statement
-- grain: one row per staged row
-- note: columns are taken by name; zero files give no rows
CREATE OR REPLACE TEMP TABLE staged_$table AS
SELECT $columns
FROM read_parquet(?, union_by_name = true)
