-- name: what the night's claims count
-- grain: one row per claim and ordinal
-- reads: quantities, events, night_versions
SELECT
    q.claim_id,
    q.ordinal,
    q.value,
    q.comparator,
    q.unit
FROM quantities AS q
INNER JOIN events AS e ON q.claim_id = e.claim_id
INNER JOIN night_versions AS v ON e.version_id = v.version_id
ORDER BY q.claim_id, q.ordinal
