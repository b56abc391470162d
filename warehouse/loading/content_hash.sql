-- name: one hash over all rows of a table, whatever their order
-- note: JSON keeps column names, NULLs and the bounds of values apart
SELECT sha256(coalesce(string_agg(h.row_hash, '' ORDER BY h.row_hash), '')) AS table_hash
FROM (SELECT md5(to_json(t)::VARCHAR) AS row_hash FROM $table AS t) AS h
