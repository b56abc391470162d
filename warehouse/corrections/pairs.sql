-- name: pairs of claims that people put together or kept apart
-- grain: one row per decision that is applied
-- reads: corrections
SELECT c.decision, least(c.claim_id, c.other_claim_id) AS one, greatest(c.claim_id, c.other_claim_id) AS other
FROM corrections AS c
WHERE c.decision IN ('merge', 'split') AND c.state = 'applied'
ORDER BY one, other
