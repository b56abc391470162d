-- name: a ledger row that was closed says by whom, and was closed no earlier than it was known
-- grain: one row per closed row that does not
-- reads: recognition_changes, sanction_changes, ultimatum_changes, corrections
-- table: recognition_changes
-- severity: critical
-- why: a state that ends without a reason is a state that was lost
WITH closed AS (
    SELECT 'recognitions' AS ledger, c.change_id, c.claim_id, c.version_id, c.known_on, c.closed_on, c.closed_by
    FROM recognition_changes AS c
    UNION ALL
    SELECT 'sanctions', c.change_id, c.claim_id, c.version_id, c.known_on, c.closed_on, c.closed_by
    FROM sanction_changes AS c
    UNION ALL
    SELECT 'ultimatums', c.change_id, c.claim_id, c.version_id, c.known_on, c.closed_on, c.closed_by
    FROM ultimatum_changes AS c
)

SELECT
    concat_ws(' ', c.ledger, c.change_id) AS row_key,
    concat('known on ', c.known_on, ', closed on ', c.closed_on, ' by ', coalesce(c.closed_by, 'nobody')) AS wrong,
    c.claim_id,
    c.version_id
FROM closed AS c
LEFT JOIN corrections AS k ON c.closed_by = concat('correction ', k.correction_id)
WHERE
    (c.closed_on IS NULL) <> (c.closed_by IS NULL)
    OR c.closed_on < c.known_on
    OR NOT (starts_with(c.closed_by, 'extractor ') OR k.correction_id IS NOT NULL)
ORDER BY row_key
