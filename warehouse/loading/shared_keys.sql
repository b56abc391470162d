-- name: texts that share a key with one of the texts of the temporary table `sought`
-- grain: one row per shared key, the numbers of its texts in order
SELECT list(k.number ORDER BY k.number) AS numbers
FROM text_keys AS k
SEMI JOIN (
    SELECT DISTINCT q.place, q.key
    FROM text_keys AS q
    SEMI JOIN sought AS f ON q.number = f.number
) AS w ON k.place = w.place AND k.key = w.key
GROUP BY k.place, k.key
HAVING count(*) > 1
ORDER BY k.place, k.key
