-- name: what stands as confirmed, disputed or corrected rests on a decision that took effect
-- grain: one row per review or corrected value that does not
-- reads: reviews, corrected_values, corrections, events
-- table: reviews
-- severity: critical
-- why: a claim marked as confirmed by nobody borrows a person's word
WITH decided AS (
    SELECT 'review' AS part, r.claim_id, r.correction_id FROM reviews AS r
    UNION ALL
    SELECT concat('corrected ', v.field), v.claim_id, v.correction_id FROM corrected_values AS v
)

SELECT
    concat_ws(' ', d.claim_id, d.part) AS row_key,
    CASE
        WHEN e.claim_id IS NULL THEN 'its claim is missing'
        WHEN c.correction_id IS NULL THEN concat('decision ', d.correction_id, ' is missing')
        ELSE concat('decision ', d.correction_id, ' is ', c.state)
    END AS wrong,
    d.claim_id,
    e.version_id
FROM decided AS d
LEFT JOIN corrections AS c ON d.correction_id = c.correction_id
LEFT JOIN events AS e ON d.claim_id = e.claim_id
WHERE e.claim_id IS NULL OR c.state IS DISTINCT FROM 'applied'
ORDER BY row_key
