-- name: the days of an event are those that its precision promises
-- grain: one row per claim of which they are not
-- reads: events
-- table: events
-- severity: critical
-- why: an event "before" a day that is missing, or a "day" of three weeks, says more or less than the text
-- note: the promises are those of ref_precisions; a week, month or year that is not over ends with the text's own day
WITH judged AS (
    SELECT
        e.*,
        CASE e.date_precision
            WHEN 'day' THEN e.date_start = e.date_end
            WHEN 'range' THEN e.date_start <= e.date_end
            WHEN 'week' THEN e.date_end - e.date_start BETWEEN 0 AND 6
            WHEN 'month' THEN date_trunc('month', e.date_start) = date_trunc('month', e.date_end)
            WHEN 'year' THEN year(e.date_start) = year(e.date_end)
            WHEN 'before' THEN e.date_start IS NULL AND e.date_end IS NOT NULL
            WHEN 'after' THEN e.date_start IS NOT NULL AND e.date_end IS NULL
            WHEN 'unknown' THEN e.date_start IS NULL AND e.date_end IS NULL
        END AS is_kept
    FROM events AS e
)

SELECT
    j.claim_id AS row_key,
    concat('precision is ', j.date_precision, ', from ', coalesce(j.date_start::VARCHAR, 'no day'), ' to ',
        coalesce(j.date_end::VARCHAR, 'no day')) AS wrong,
    j.claim_id,
    j.version_id
FROM judged AS j
WHERE NOT coalesce(j.is_kept, false)
ORDER BY row_key
