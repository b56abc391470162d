-- name: no standing state rests on a claim that a person rejected
-- grain: one row per state and rejected claim that it rests on or is dated by
-- reads: recognition_as_of, sanctions_as_of, ultimatums_as_of, reviews
-- table: reviews
-- severity: critical
-- note: all states and numbers are looked at where all texts are judged (`expectations/run.py`)
-- why: whoever rejected a claim would find it published again the next morning as what stands
WITH states AS (
    SELECT 'recognitions' AS ledger, unnest([r.claim_id, r.since_claim_id]) AS claim_id
    FROM recognition_as_of($night, $night) AS r
    UNION
    SELECT 'sanctions' AS ledger, s.claim_id
    FROM sanctions_as_of($night, $night) AS s
    UNION
    SELECT 'ultimatums' AS ledger, unnest([u.claim_id, u.carried_out_claim_id]) AS claim_id
    FROM ultimatums_as_of($night, $night) AS u
)

SELECT
    concat_ws(' ', s.claim_id, s.ledger) AS row_key,
    concat('a state of the ', s.ledger, ' stands on a claim rejected on ', r.decided_on) AS wrong,
    s.claim_id,
    e.version_id
FROM states AS s
INNER JOIN reviews AS r ON s.claim_id = r.claim_id
LEFT JOIN events AS e ON s.claim_id = e.claim_id
WHERE $whole AND r.standing = 'disputed' AND r.decided_on <= $night
ORDER BY row_key
