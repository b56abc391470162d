-- name: the scores of the extractor that made the night's claims, in place of the same ones on record
-- grain: one row per slice and measure
-- reads: ops_eval
INSERT OR REPLACE INTO ops_eval BY NAME
SELECT
    s.*,
    $$used_at AS used_at
FROM read_parquet($$path) AS s
