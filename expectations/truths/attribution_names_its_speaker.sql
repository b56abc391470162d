-- name: who says so is named where somebody is quoted or reported, and only there or where it is hedged
-- grain: one row per claim of which this is not so
-- reads: events
-- table: events
-- severity: critical
-- why: an allegation without its speaker reads as the paper's own word
SELECT
    e.claim_id AS row_key,
    concat('mode is ', e.attribution_mode, ', said by ', coalesce(e.attribution_by, 'nobody')) AS wrong,
    e.claim_id,
    e.version_id
FROM events AS e
WHERE
    (e.attribution_mode = 'narrator' AND e.attribution_by IS NOT NULL)
    OR (e.attribution_mode NOT IN ('narrator', 'hedged') AND coalesce(e.attribution_by, '') = '')
ORDER BY row_key
