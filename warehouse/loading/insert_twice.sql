-- name: the texts of a run that two processes extracted
-- grain: one row per text
-- reads: ops_twice
INSERT INTO ops_twice BY NAME
SELECT
    $$run_id AS run_id,
    t.*
FROM read_parquet($$path) AS t
