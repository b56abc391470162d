-- question: Which meetings and other acts are planned?
-- day: the day asked about; by default the latest night in the file
-- reads: v_calendar, versions
WITH asked AS (
    SELECT
        coalesce(getvariable('day')::DATE, (SELECT max(v.known_on) FROM versions AS v)) AS day
)

SELECT c.date_start, c.date_end, c.action, c.actor_names, c.target_names, c.venue, c.status, c.sentence
FROM v_calendar AS c
INNER JOIN asked AS a ON coalesce(c.date_end, c.date_start) >= a.day AND c.known_on <= a.day
ORDER BY c.date_start, c.action, c.claim_id
