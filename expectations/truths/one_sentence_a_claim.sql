-- name: every claim has exactly one sentence as evidence
-- grain: one row per claim that has none or several
-- reads: evidence, checked_claims
-- table: evidence
-- severity: critical
-- why: a claim without its sentence cannot be believed, with two it cannot be checked at a glance
SELECT
    e.claim_id AS row_key,
    concat('has ', count(v.claim_id), ' sentences') AS wrong,
    e.claim_id,
    e.version_id
FROM checked_claims AS e
LEFT JOIN evidence AS v ON e.claim_id = v.claim_id AND v.kind = 'sentence'
GROUP BY e.claim_id, e.version_id
HAVING count(v.claim_id) <> 1
ORDER BY row_key
