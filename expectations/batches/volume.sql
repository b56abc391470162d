-- name: the night's texts by source and claims by type against the same in the 28 nights before it
-- grain: one row per source, and one per event type
-- reads: appearances, sources, events, versions, earlier_nights
-- note: `oddness` is the distance from the median in robust standard deviations (1.4826 times the median absolute
--   deviation, at least the square root of the median and at least 1); NULL with fewer than 7 earlier nights.
--   A source or type that gave nothing in one of the nights counts as zero there, so silence is seen.
WITH counted AS (
    SELECT
        'source' AS kind,
        a.source_id AS series,
        a.known_on AS night,
        count(*) AS n
    FROM appearances AS a
    WHERE a.known_on <= $night
    GROUP BY a.source_id, a.known_on
    UNION ALL
    SELECT
        'type',
        e.type,
        v.known_on,
        count(*)
    FROM events AS e
    INNER JOIN versions AS v ON e.version_id = v.version_id
    WHERE v.known_on <= $night
    GROUP BY e.type, v.known_on
),

history AS (
    SELECT
        s.kind,
        s.series,
        n.night,
        coalesce(c.n, 0) AS n
    FROM (
        SELECT DISTINCT x.kind, x.series
        FROM counted AS x
        WHERE x.night IN (SELECT e.night FROM earlier_nights AS e)
    ) AS s
    CROSS JOIN earlier_nights AS n
    LEFT JOIN counted AS c ON s.kind = c.kind AND s.series = c.series AND n.night = c.night
),

usual AS (
    SELECT
        kind,
        series,
        count(*) AS nights,
        median(n) AS median_n,
        mad(n) AS mad_n
    FROM history
    GROUP BY kind, series
)

SELECT
    u.kind,
    u.series,
    CASE
        WHEN u.nights >= 7
            THEN (coalesce(c.n, 0) - u.median_n) / greatest(1.4826 * u.mad_n, sqrt(u.median_n), 1)
    END AS oddness,
    concat(coalesce(c.n, 0), ' this night, usually ', round(u.median_n, 1)) AS wrong
FROM usual AS u
LEFT JOIN counted AS c ON u.kind = c.kind AND u.series = c.series AND c.night = $night
ORDER BY u.kind, u.series
