-- name: no event is dated to a day over 150 years before or 20 years after the text that tells it
-- grain: one row per claim that is
-- reads: events, versions, ref_precisions
-- table: events
-- severity: critical
-- why: such a day is a number that was read as a date; it would stretch every time series
SELECT
    e.claim_id AS row_key,
    concat('dated ', e.date_start, ', published ', v.published_date) AS wrong,
    e.claim_id,
    e.version_id
FROM events AS e
INNER JOIN versions AS v ON e.version_id = v.version_id
WHERE
    e.date_precision IN (SELECT r.precision FROM ref_precisions AS r WHERE r.is_day)
    AND (
        e.date_start < v.published_date - INTERVAL 150 YEAR
        OR e.date_start > v.published_date + INTERVAL 20 YEAR
    )
ORDER BY row_key
