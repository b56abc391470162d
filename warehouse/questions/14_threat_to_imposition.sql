-- question: How long does each sender take from threat to imposition?
-- known: the night as of which we knew it; by default the latest
-- reads: sanction_steps, versions
-- note: days are counted only where a text dates the imposition; a threat that was never carried out counts in
--   n_threatened
WITH asked AS (
    SELECT
        coalesce(getvariable('known')::DATE, (SELECT max(v.known_on) FROM versions AS v)) AS known
),

lags AS (
    SELECT
        s.sender_id,
        s.episode_id,
        min(s.valid_latest) FILTER (WHERE s.state = 'threatened') AS threatened_on,
        min(s.valid_earliest) FILTER (WHERE s.holds) AS in_force_start,
        min(s.valid_latest) FILTER (WHERE s.holds) AS in_force_on
    FROM sanction_steps((SELECT a.known FROM asked AS a)) AS s
    WHERE s.scope = 'international'
    GROUP BY s.sender_id, s.episode_id
)

SELECT
    l.sender_id,
    count(*) AS n_threatened,
    count(*) FILTER (WHERE l.in_force_on >= l.threatened_on) AS n_carried_out,
    median(l.in_force_start - l.threatened_on) FILTER (WHERE l.in_force_start >= l.threatened_on) AS median_days,
    count(*) FILTER (WHERE l.in_force_on >= l.threatened_on AND l.in_force_start IS NULL) AS n_of_unknown_day
FROM lags AS l
WHERE l.threatened_on IS NOT NULL
GROUP BY l.sender_id
ORDER BY n_threatened DESC, l.sender_id
