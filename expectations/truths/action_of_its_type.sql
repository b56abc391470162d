-- name: every action is one of its type's
-- grain: one row per claim whose action belongs to another type
-- reads: events, ref_actions
-- table: events
-- severity: critical
-- why: an action under a foreign type has no definition and no crosswalk
SELECT
    e.claim_id AS row_key,
    concat('action ', e.action, ' is none of type ', e.type) AS wrong,
    e.claim_id,
    e.version_id
FROM events AS e
LEFT JOIN ref_actions AS r ON e.type = r.type AND e.action = r.action
WHERE r.action IS NULL
ORDER BY row_key
