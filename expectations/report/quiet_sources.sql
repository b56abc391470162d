-- name: sources that gave far less than usual, the quietest first
-- grain: one row per source
-- reads: appearances, sources, earlier_nights
-- note: usual is the median number of texts over the up to 28 earlier nights that read anything, a night without the
--   source counting as zero; quiet is at most a fifth of it. Nothing is said with fewer than 3 earlier nights.
WITH counted AS (
    SELECT
        a.source_id,
        a.known_on AS night,
        count(*) AS n
    FROM appearances AS a
    WHERE a.known_on IN (SELECT e.night FROM earlier_nights AS e)
    GROUP BY a.source_id, a.known_on
),

usual AS (
    SELECT
        s.source_id,
        count(*) AS nights,
        median(coalesce(c.n, 0)) AS usual
    FROM (SELECT DISTINCT source_id FROM counted) AS s
    CROSS JOIN earlier_nights AS e
    LEFT JOIN counted AS c ON s.source_id = c.source_id AND e.night = c.night
    GROUP BY s.source_id
),

tonight AS (
    SELECT
        a.source_id,
        count(*) AS n
    FROM appearances AS a
    WHERE a.known_on = $night
    GROUP BY a.source_id
)

SELECT
    coalesce(o.name, u.source_id) AS source,
    u.usual,
    coalesce(t.n, 0) AS tonight,
    (
        SELECT max(a.known_on)
        FROM appearances AS a
        WHERE a.source_id = u.source_id AND a.known_on <= $night
    ) AS last_seen
FROM usual AS u
LEFT JOIN tonight AS t ON u.source_id = t.source_id
LEFT JOIN sources AS o ON u.source_id = o.source_id
WHERE u.nights >= 3 AND u.usual > 0 AND coalesce(t.n, 0) * 5 <= u.usual
ORDER BY tonight / u.usual, u.usual DESC, source
