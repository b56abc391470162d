-- name: no text was published after the latest night that ran, nor before there were daily papers
-- grain: one row per text that was
-- reads: versions, ops_runs
-- table: versions
-- severity: critical
-- why: days such as "Monday" are reckoned from the day of publication: with a wrong one all dates of the text are wrong
-- note: bytes may be known before the day that they are dated: such a text comes in on its day. One day
--   is allowed for time zones; the first daily, Leipzig's Einkommende Zeitungen, is of 1650
SELECT
    v.version_id AS row_key,
    concat('published ', v.published_date, ', known on ', v.known_on) AS wrong,
    NULL AS claim_id,
    v.version_id
FROM versions AS v
WHERE
    v.published_date > greatest(v.known_on, (SELECT max(r.night) FROM ops_runs AS r)) + INTERVAL 1 DAY
    OR v.published_date < DATE '1650-07-01'
ORDER BY row_key
