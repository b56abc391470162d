-- name: no event ends before it starts
-- grain: one row per claim that does
-- reads: events
-- table: events
-- severity: critical
-- why: a negative span breaks every count of days and every view as of a day
SELECT
    e.claim_id AS row_key,
    concat('starts ', e.date_start, ', ends ', e.date_end) AS wrong,
    e.claim_id,
    e.version_id
FROM events AS e
WHERE e.date_end < e.date_start
ORDER BY row_key
