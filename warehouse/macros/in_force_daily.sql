-- name: how many sanctions of each sender were in force on each day, as known on a night
-- grain: one row per day, sender and scope with any in force
-- reads: sanction_steps
-- note: an episode counts from the day by which it was in force to the day before the one by which it had ended; a
--   sanction on an unnamed group is of its text alone and is counted apart, as many texts may tell of the same
CREATE MACRO in_force_daily(first_day, last_day, known) AS TABLE -- noqa: CP05
WITH spans AS (
    SELECT
        s.episode_id,
        s.sender_id,
        s.scope,
        s.target_id LIKE 'OPEN:%' AS is_unnamed,
        s.valid_latest AS from_day,
        s.until_on
    FROM sanction_steps(known) AS s
    WHERE s.in_force
),

days AS (
    SELECT d.day::DATE AS day
    FROM generate_series(first_day::TIMESTAMP, last_day::TIMESTAMP, INTERVAL 1 DAY) AS d (day)
)

SELECT
    d.day,
    s.sender_id,
    s.scope,
    count(DISTINCT s.episode_id) FILTER (WHERE NOT s.is_unnamed) AS n_in_force,
    count(DISTINCT s.episode_id) FILTER (WHERE s.is_unnamed) AS n_on_unnamed
FROM days AS d
INNER JOIN spans AS s ON d.day >= s.from_day AND (s.until_on IS NULL OR d.day < s.until_on)
GROUP BY d.day, s.sender_id, s.scope
