-- name: the participants of a claim are numbered in each role without a gap, and nobody stands there twice
-- grain: one row per claim and role of which this is not so
-- reads: participants, checked_claims
-- table: participants
-- severity: critical
-- why: a gap is a party that was lost, and who stands twice is counted twice
SELECT
    concat_ws(' ', p.claim_id, p.role) AS row_key,
    concat(count(*), ' of role ', p.role, ' are numbered ', min(p.ordinal), ' to ', max(p.ordinal), ', ',
        count(DISTINCT p.actor_id), ' of them different') AS wrong,
    p.claim_id,
    any_value(e.version_id) AS version_id
FROM participants AS p
INNER JOIN checked_claims AS e ON p.claim_id = e.claim_id
GROUP BY p.claim_id, p.role
HAVING
    min(p.ordinal) > 1 OR max(p.ordinal) - min(p.ordinal) + 1 <> count(*) OR count(DISTINCT p.actor_id) <> count(*)
ORDER BY row_key
