-- name: of the rows there and the rows staged, the first of each key in the order given
-- note: the least row wins whatever came first, so nights and batches may be loaded in any order
CREATE OR REPLACE TEMP TABLE merged AS
SELECT u.*
FROM (
    SELECT t.* FROM $table AS t
    WHERE ($keys) IN (SELECT ($keys) FROM kept_$table)
    UNION ALL
    SELECT s.* FROM kept_$table AS s
) AS u
QUALIFY row_number() OVER (PARTITION BY $keys ORDER BY $rank NULLS LAST) = 1;
DELETE FROM $table WHERE ($keys) IN (SELECT ($keys) FROM kept_$table);
INSERT INTO $table SELECT m.* FROM merged AS m ORDER BY ALL
