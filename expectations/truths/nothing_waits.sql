-- name: no text waits to be brought into clusters and ledgers
-- grain: one row per text that waits
-- reads: ops_pending
-- table: ops_pending
-- severity: critical
-- why: a night that stopped half way would be published with new claims and old states
SELECT
    p.version_id AS row_key,
    'clusters and ledgers were not brought up to it' AS wrong,
    NULL AS claim_id,
    p.version_id
FROM ops_pending AS p
ORDER BY row_key
