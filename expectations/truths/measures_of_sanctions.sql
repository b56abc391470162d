-- name: only sanctions have measures and a scope
-- grain: one row per claim of another type that has one
-- reads: measures, ref_actions, checked_claims
-- note: a type with actions that change a sanction is the type of sanctions
-- table: measures
-- severity: critical
-- why: a measure on a meeting would be counted among asset freezes and bans
SELECT
    e.claim_id AS row_key,
    concat('a ', e.type, ' with ', coalesce(m.measure, concat('scope ', e.scope))) AS wrong,
    e.claim_id,
    e.version_id
FROM checked_claims AS e
LEFT JOIN measures AS m ON e.claim_id = m.claim_id
WHERE
    e.type NOT IN (SELECT r.type FROM ref_actions AS r WHERE r.change IS NOT NULL)
    AND (m.measure IS NOT NULL OR e.scope IS NOT NULL)
ORDER BY row_key, wrong
