-- name: events are dated within ten years of the text that tells them
-- grain: one row per claim that is not
-- reads: versions, checked_claims
-- table: events
-- severity: warning
-- why: background of decades ago is told in news, but each such date deserves a look
SELECT
    e.claim_id AS row_key,
    concat('dated ', coalesce(e.date_start, e.date_end), ', published ', v.published_date) AS wrong,
    e.claim_id,
    e.version_id
FROM checked_claims AS e
INNER JOIN versions AS v ON e.version_id = v.version_id
WHERE
    coalesce(e.date_start, e.date_end) < v.published_date - INTERVAL 10 YEAR
    OR coalesce(e.date_start, e.date_end) > v.published_date + INTERVAL 10 YEAR
ORDER BY row_key
