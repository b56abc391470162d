-- name: the claims of a cluster are of its type and action
-- grain: one row per claim that is not
-- reads: clusters, events, checked_members
-- table: cluster_members
-- severity: warning
-- why: a cluster that mixes acts counts two events as one
-- note: new designations are told as a new sanction by one paper and as the widening of an old one by the next
SELECT
    concat_ws(' ', m.cluster_id, m.claim_id) AS row_key,
    concat('the claim is ', e.type, ' ', e.action, ', the cluster ', c.type, ' ', c.action) AS wrong,
    e.claim_id,
    e.version_id
FROM checked_members AS m
INNER JOIN clusters AS c ON m.cluster_id = c.cluster_id
INNER JOIN events AS e ON m.claim_id = e.claim_id
WHERE
    e.type <> c.type
    OR (e.action <> c.action AND NOT (e.action IN ('impose', 'tighten') AND c.action IN ('impose', 'tighten')))
ORDER BY row_key
