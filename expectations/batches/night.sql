-- name: what the night read, in numbers
-- grain: one row per night
-- reads: night_versions, set_aside, ops_runs, ops_steps
-- note: `articles` is the larger of two counts, plus the duplicates: the texts known under the night, and the texts that
--   the latest run of the night loaded (rows_out of its step `load`). A night that reads only what was known before
--   stores nothing under its own name, yet it has read articles and is no outage; where all are zero, it is one.
--   `share_set_aside` leaves duplicates out, for they could be read; it is NULL where nothing came at all.
WITH counted AS (
    SELECT
        (SELECT count(*) FROM night_versions) AS known,
        coalesce((
            SELECT s.rows_out
            FROM ops_steps AS s
            INNER JOIN ops_runs AS r ON s.run_id = r.run_id
            WHERE r.night = $night AND s.step = 'load'
            ORDER BY r.ended_at IS NULL DESC, r.started_at DESC, r.run_id
            LIMIT 1
        ), 0) AS loaded,
        (SELECT count(*) FROM set_aside AS a WHERE a.night = $night AND a.reason = 'duplicate') AS duplicates,
        (SELECT count(*) FROM set_aside AS a WHERE a.night = $night AND a.reason <> 'duplicate') AS unusable
),

read AS (
    SELECT
        greatest(known, loaded) + duplicates AS articles,
        unusable
    FROM counted
)

SELECT
    $night AS night,
    r.articles,
    r.unusable,
    r.unusable / nullif(r.unusable + r.articles, 0) AS share_set_aside,
    (SELECT date_diff('day', max(v.published_date), $night) FROM night_versions AS v) AS days_since_latest
FROM read AS r
