-- name: a cluster of several claims has one that it began with, a cluster of one claim that alone
-- grain: one row per cluster of which this is not so
-- reads: checked_members
-- table: cluster_members
-- severity: critical
-- why: every report is weighed against the first: without it, or with two, nobody can say why they are one act
SELECT
    m.cluster_id AS row_key,
    concat(count(*), ' claims, by the rules ', string_agg(DISTINCT m.rule, ', ' ORDER BY m.rule)) AS wrong,
    m.cluster_id AS claim_id,
    NULL AS version_id
FROM checked_members AS m
GROUP BY m.cluster_id
HAVING
    (count(*) = 1 AND NOT bool_and(m.rule IN ('alone', 'unnamed side, alone')))
    OR (count(*) > 1 AND count_if(m.rule = 'core') <> 1)
ORDER BY row_key
