-- name: articles, claims and inputs set aside of the last 28 nights that ran
-- grain: one row per night, oldest first
-- reads: ops_runs, appearances, versions, events, set_aside
WITH nights AS (
    SELECT DISTINCT r.night
    FROM ops_runs AS r
    WHERE r.night <= $night
    ORDER BY r.night DESC
    LIMIT 28
)

SELECT
    n.night,
    (SELECT count(DISTINCT a.version_id) FROM appearances AS a WHERE a.known_on = n.night) AS articles,
    (
        SELECT count(*)
        FROM events AS e
        INNER JOIN versions AS v ON e.version_id = v.version_id
        WHERE v.known_on = n.night
    ) AS claims,
    (SELECT count(*) FROM set_aside AS s WHERE s.night = n.night) AS set_aside
FROM nights AS n
ORDER BY n.night
