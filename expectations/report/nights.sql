-- name: texts, claims and inputs set aside of the last 28 nights that ran, this one among them
-- grain: one row per night, oldest first
-- reads: ops_runs, appearances, versions, events, set_aside
-- note: `share_set_aside` leaves duplicates out, for they could be read; NULL where nothing came at all
WITH nights AS (
    SELECT DISTINCT r.night
    FROM ops_runs AS r
    WHERE r.night <= $night
    ORDER BY r.night DESC
    LIMIT 28
),

texts AS (
    SELECT
        a.known_on AS night,
        count(DISTINCT a.version_id) AS n
    FROM appearances AS a
    WHERE a.known_on IN (SELECT n.night FROM nights AS n)
    GROUP BY a.known_on
),

claims AS (
    SELECT
        v.known_on AS night,
        count(*) AS n
    FROM versions AS v
    INNER JOIN events AS e ON v.version_id = e.version_id
    WHERE v.known_on IN (SELECT n.night FROM nights AS n)
    GROUP BY v.known_on
),

aside AS (
    SELECT
        s.night,
        count(*) AS n,
        count(*) FILTER (WHERE s.reason <> 'duplicate') AS unusable
    FROM set_aside AS s
    WHERE s.night IN (SELECT n.night FROM nights AS n)
    GROUP BY s.night
)

SELECT
    n.night,
    coalesce(t.n, 0) AS texts,
    coalesce(c.n, 0) AS claims,
    coalesce(a.n, 0) AS set_aside,
    coalesce(a.unusable, 0) / nullif(coalesce(a.n, 0) + coalesce(t.n, 0), 0) AS share_set_aside
FROM nights AS n
LEFT JOIN texts AS t ON n.night = t.night
LEFT JOIN claims AS c ON n.night = c.night
LEFT JOIN aside AS a ON n.night = a.night
ORDER BY n.night
