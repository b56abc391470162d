-- name: rows of one table that differ between two publications, each with what became of it
-- grain: one row per row added or removed and per key whose other columns changed (then as it is now)
-- reads: rows_now, rows_before
-- note: a table without a key has no changed rows: its key here is all of its columns
WITH gained AS (
    SELECT * FROM rows_now
    EXCEPT ALL
    SELECT * FROM rows_before
),

lost AS (
    SELECT * FROM rows_before
    EXCEPT ALL
    SELECT * FROM rows_now
)

SELECT CASE WHEN {$key} IN (SELECT {$key} FROM lost) THEN 'changed' ELSE 'added' END AS change, g.*
FROM gained AS g
UNION ALL
SELECT 'removed' AS change, l.*
FROM lost AS l
WHERE {$key} NOT IN (SELECT {$key} FROM gained)
ORDER BY change, $order
