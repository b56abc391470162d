-- name: a link leads to another claim of the same text
-- grain: one row per link that leads nowhere, to another text or to its own claim
-- reads: links, events, checked_claims
-- note: a link whose own claim is missing is an orphan (parts_have_claims)
-- table: links
-- severity: critical
-- why: an answer shown beside an act that its article does not tell is made up
SELECT
    concat_ws(' ', k.claim_id, k.ordinal) AS row_key,
    concat(k.kind, ' ', k.to_claim_id, ', which is ', CASE
        WHEN t.claim_id IS NULL THEN 'no claim'
        WHEN k.to_claim_id = k.claim_id THEN 'the claim itself'
        ELSE 'a claim of another text'
    END) AS wrong,
    k.claim_id,
    e.version_id
FROM links AS k
INNER JOIN checked_claims AS e ON k.claim_id = e.claim_id
LEFT JOIN events AS t ON k.to_claim_id = t.claim_id
WHERE t.claim_id IS NULL OR k.to_claim_id = k.claim_id OR t.version_id <> e.version_id
ORDER BY row_key
