-- name: the night's claims by type and action, beside the 28 nights before
-- grain: one row per type and action that the night has, or that was at least one in twenty claims before
-- reads: night_versions, events, versions, ops_runs
-- note: `usual` is the share of all claims of the earlier nights; NULL with fewer than 7 of them
WITH earlier AS (
    SELECT DISTINCT r.night
    FROM ops_runs AS r
    WHERE r.night < $night
    ORDER BY r.night DESC
    LIMIT 28
),

tonight AS (
    SELECT
        e.type AS part,
        e.action AS label,
        count(*) AS n
    FROM events AS e
    INNER JOIN night_versions AS v ON e.version_id = v.version_id
    GROUP BY e.type, e.action
),

before AS (
    SELECT
        e.type AS part,
        e.action AS label,
        count(*) / sum(count(*)) OVER () AS usual
    FROM events AS e
    INNER JOIN versions AS v ON e.version_id = v.version_id
    WHERE v.known_on IN (SELECT x.night FROM earlier AS x)
    GROUP BY e.type, e.action
)

SELECT
    coalesce(t.part, b.part, 'missing') AS part,
    coalesce(t.label, b.label) AS label,
    coalesce(t.n, 0) AS n,
    CASE WHEN (SELECT count(*) FROM earlier) >= 7 THEN coalesce(b.usual, 0) END AS usual
FROM tonight AS t
FULL JOIN before AS b ON t.part = b.part AND t.label = b.label
WHERE t.n IS NOT NULL OR (b.usual >= 0.05 AND (SELECT count(*) FROM earlier) >= 7)
ORDER BY part, n DESC, label
