-- name: evidence stands in the text that makes the claim
-- grain: one row per piece of evidence that stands in another
-- reads: evidence, checked_claims
-- table: evidence
-- severity: critical
-- why: a claim proven by another article's sentence puts words into a source's mouth
SELECT
    concat_ws(' ', e.claim_id, e.kind, e.field, e.start_char) AS row_key,
    concat('the claim is of text ', c.version_id, ', its evidence of text ', e.version_id) AS wrong,
    e.claim_id,
    e.version_id
FROM evidence AS e
INNER JOIN checked_claims AS c ON e.claim_id = c.claim_id
WHERE e.version_id <> c.version_id
ORDER BY row_key
