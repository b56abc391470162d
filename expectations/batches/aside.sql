-- name: the share of inputs that the night set aside, by source and by language, beside the usual
-- grain: one row per source, and one per language of what was set aside
-- reads: set_aside, appearances
-- note: duplicates could be read and are left out. The usual share is the median of the last 28 nights in which the source
--   gave anything, of a language that of all inputs; `above_usual` is NULL with fewer than 10 inputs in the night (20 for a
--   language) and taken against nothing at all where there are fewer than 7 earlier nights: then only a share above one half
--   counts
WITH inputs AS (
    SELECT a.known_on AS night, a.source_id, NULL AS language, false AS is_aside
    FROM appearances AS a
    WHERE a.known_on BETWEEN $night - 400 AND $night
    UNION ALL
    SELECT s.night, s.source_id, s.language, true
    FROM set_aside AS s
    WHERE s.night BETWEEN $night - 400 AND $night AND s.reason <> 'duplicate'
),

by_night AS (
    SELECT i.night, count(*) AS n FROM inputs AS i GROUP BY i.night
),

shares AS (
    SELECT 'source' AS kind, i.source_id AS series, i.night, count(*) AS n, count_if(i.is_aside) AS n_aside
    FROM inputs AS i
    GROUP BY i.source_id, i.night
    UNION ALL
    SELECT 'language', l.language, b.night, b.n, count(i.night)
    FROM (SELECT DISTINCT x.language FROM inputs AS x WHERE x.language IS NOT NULL) AS l
    CROSS JOIN by_night AS b
    LEFT JOIN inputs AS i ON b.night = i.night AND l.language = i.language
    GROUP BY l.language, b.night, b.n
),

numbered AS (
    SELECT s.*, row_number() OVER (PARTITION BY s.kind, s.series ORDER BY s.night DESC) AS place
    FROM shares AS s
    WHERE s.night < $night
),

usual AS (
    SELECT n.kind, n.series, count(*) AS nights, median(n.n_aside / n.n) AS share
    FROM numbered AS n
    WHERE n.place <= 28
    GROUP BY n.kind, n.series
)

SELECT
    s.kind,
    s.series,
    CASE
        WHEN s.n < CASE s.kind WHEN 'source' THEN 10 ELSE 20 END THEN NULL
        WHEN u.nights >= 7 THEN s.n_aside / s.n - u.share
        WHEN s.n_aside / s.n > 0.5 THEN s.n_aside / s.n
    END AS above_usual,
    concat(s.n_aside, ' of ', s.n, ' set aside', CASE WHEN u.nights >= 7 THEN concat(', usually ', round(100 * u.share)::INTEGER, ' %') END) AS wrong
FROM shares AS s
LEFT JOIN usual AS u ON s.kind = u.kind AND s.series = u.series
WHERE s.night = $night
ORDER BY s.kind, s.series
