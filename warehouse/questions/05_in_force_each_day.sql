-- question: How many sanctions of each sender were in force on each day?
-- first_day: first day of the series
-- last_day: last day of the series
-- known: the night as of which we knew it; by default the latest
-- reads: in_force_daily, versions
WITH asked AS (
    SELECT
        coalesce(getvariable('first_day')::DATE, DATE '2019-01-25') AS first_day,
        coalesce(getvariable('last_day')::DATE, DATE '2019-02-08') AS last_day,
        coalesce(getvariable('known')::DATE, (SELECT max(v.known_on) FROM versions AS v)) AS known
)

SELECT d.day, d.sender_id, d.n_in_force, d.n_on_unnamed
FROM in_force_daily((SELECT a.first_day FROM asked AS a), (SELECT a.last_day FROM asked AS a), (SELECT a.known FROM asked AS a)) AS d
WHERE d.scope = 'international'
ORDER BY d.day, d.sender_id
