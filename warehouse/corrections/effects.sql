-- name: all that corrections do to claims, by the text that waits where it changes
-- grain: one row per effect and text
-- reads: corrections, corrected_values, reviews
SELECT c.version_id, concat_ws(' ', 'fix', v.claim_id, v.field, v.value)
FROM corrected_values AS v
INNER JOIN corrections AS c ON v.correction_id = c.correction_id
UNION ALL
SELECT c.version_id, concat_ws(' ', 'review', r.claim_id, r.standing, r.decided_on)
FROM reviews AS r
INNER JOIN corrections AS c ON r.correction_id = c.correction_id
UNION ALL
SELECT unnest([c.version_id, e.version_id]), concat_ws(' ', c.decision, c.claim_id, c.other_claim_id)
FROM corrections AS c
LEFT JOIN events AS e ON c.other_claim_id = e.claim_id
WHERE c.decision IN ('merge', 'split') AND c.state = 'applied'
