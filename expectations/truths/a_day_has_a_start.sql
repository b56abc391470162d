-- name: an event dated to the day has that day
-- grain: one row per claim that has not
-- reads: events, ref_precisions
-- table: events
-- severity: critical
-- why: a precision without a date claims to know what nobody said
SELECT
    e.claim_id AS row_key,
    concat('precision is ', e.date_precision, ', date_start is empty') AS wrong,
    e.claim_id,
    e.version_id
FROM events AS e
WHERE e.date_precision IN (SELECT r.precision FROM ref_precisions AS r WHERE r.is_day) AND e.date_start IS NULL
ORDER BY row_key
