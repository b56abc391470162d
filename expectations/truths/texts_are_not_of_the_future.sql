-- name: no text was published after the night that first knew it, nor before there were daily papers
-- grain: one row per text that was
-- reads: versions
-- table: versions
-- severity: critical
-- why: days such as "Monday" are reckoned from the day of publication: with a wrong one all dates of the text are wrong
-- note: one day is allowed for time zones; the first daily, Leipzig's Einkommende Zeitungen, is of 1650
SELECT
    v.version_id AS row_key,
    concat('published ', v.published_date, ', known on ', v.known_on) AS wrong,
    NULL AS claim_id,
    v.version_id
FROM versions AS v
WHERE v.published_date > v.known_on + INTERVAL 1 DAY OR v.published_date < DATE '1650-07-01'
ORDER BY row_key
