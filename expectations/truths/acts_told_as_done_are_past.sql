-- name: what is told as done or standing does not begin after the text that tells it
-- grain: one row per claim that does
-- reads: versions, ref_statuses, checked_claims
-- table: events
-- severity: warning
-- why: nobody can report as done what is to come: the day or the status was read wrongly, and a state would begin early
-- note: what is only announced may begin later; one day is allowed for time zones. Of 600 real texts four tell a coming
--   day so; over a year ahead it stops the night (no_absurd_dates)
SELECT
    e.claim_id AS row_key,
    concat('told as ', e.status, ' on ', v.published_date, ', dated ', e.date_start) AS wrong,
    e.claim_id,
    e.version_id
FROM checked_claims AS e
INNER JOIN versions AS v ON e.version_id = v.version_id
INNER JOIN ref_statuses AS s ON e.status = s.status
WHERE s.status_group = 'actual' AND s.strength > 1 AND e.date_start > v.published_date + INTERVAL 1 DAY
ORDER BY row_key
