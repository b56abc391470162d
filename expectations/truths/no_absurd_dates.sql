-- name: no event and no deadline is dated beyond reason from the text that tells it
-- grain: one row per claim, and one per deadline, that is
-- reads: versions, conditions, ref_precisions, ref_statuses, checked_claims
-- table: events
-- severity: critical
-- why: such a day is a number that was read as a date; it would stretch every time series
-- note: a day lies within 150 years before and 20 years after the text, a vaguer date within 500 and 50, a deadline within
--   150 and 100; what is told as done or standing begins within a year after it
WITH dated AS (
    SELECT
        e.*,
        v.published_date,
        e.date_precision IN (SELECT r.precision FROM ref_precisions AS r WHERE r.is_day) AS is_day,
        e.status IN (SELECT s.status FROM ref_statuses AS s WHERE s.status_group = 'actual' AND s.strength > 1) AS is_actual,
        least(e.date_start, e.date_end) AS first_day,
        greatest(e.date_start, e.date_end) AS last_day
    FROM checked_claims AS e
    INNER JOIN versions AS v ON e.version_id = v.version_id
)

SELECT
    d.claim_id AS row_key,
    concat('dated ', coalesce(d.date_start, d.date_end), ', published ', d.published_date) AS wrong,
    d.claim_id,
    d.version_id
FROM dated AS d
WHERE
    (d.is_day AND (d.first_day < d.published_date - INTERVAL 150 YEAR OR d.last_day > d.published_date + INTERVAL 20 YEAR))
    OR d.first_day < d.published_date - INTERVAL 500 YEAR
    OR d.last_day > d.published_date + INTERVAL 50 YEAR
    OR (d.is_actual AND d.date_start > d.published_date + INTERVAL 1 YEAR)
UNION ALL
SELECT
    concat_ws(' ', c.claim_id, c.start_char),
    concat('its deadline is ', c.deadline, ', published ', v.published_date),
    c.claim_id,
    e.version_id
FROM conditions AS c
INNER JOIN checked_claims AS e ON c.claim_id = e.claim_id
INNER JOIN versions AS v ON e.version_id = v.version_id
WHERE c.deadline < v.published_date - INTERVAL 150 YEAR OR c.deadline > v.published_date + INTERVAL 100 YEAR
ORDER BY row_key
