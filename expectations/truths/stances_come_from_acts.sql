-- name: no stance of recognition rests on a claim that is not actual
-- grain: one row per claim, not actual, that a stance rests on or is dated by
-- reads: v_recognition_stances, events, ref_statuses
-- table: v_recognition_stances
-- severity: critical
-- note: all states and numbers are looked at where all texts are judged (`expectations/run.py`)
-- why: a state that might recognise, or was urged to, has not recognised anybody
SELECT
    s.claim_id AS row_key,
    concat('status ', e.status, ' is in group ', coalesce(r.status_group, 'none')) AS wrong,
    s.claim_id,
    e.version_id
FROM (
    SELECT claim_id FROM v_recognition_stances
    UNION
    SELECT since_claim_id FROM v_recognition_stances
) AS s
INNER JOIN events AS e ON s.claim_id = e.claim_id
LEFT JOIN ref_statuses AS r ON e.status = r.status
WHERE $whole AND r.status_group IS DISTINCT FROM 'actual'
ORDER BY row_key
