-- name: every act that claims tell of has its row in the crosswalk to PLOVER and CAMEO
-- grain: one row per type and action that has none
-- reads: events, ref_crosswalk
-- table: events
-- severity: critical
-- why: whoever works in PLOVER or CAMEO terms would miss the act without a word
-- note: a row may say that there is no code for it; what is missing is unsaid. CAMEO codes are two to four digits
SELECT
    concat_ws(' ', e.type, e.action) AS row_key,
    concat(count(*), ' claims, and no row of the crosswalk') AS wrong,
    any_value(e.claim_id) AS claim_id,
    NULL AS version_id
FROM events AS e
LEFT JOIN (SELECT DISTINCT x.type, x.action FROM ref_crosswalk AS x) AS k ON e.type = k.type AND e.action = k.action
WHERE k.type IS NULL
GROUP BY e.type, e.action
UNION ALL
SELECT
    concat_ws(' ', x.type, x.action),
    concat('codes are ', coalesce(x.plover, 'none'), ' and ', coalesce(x.cameo, 'none')),
    NULL,
    NULL
FROM ref_crosswalk AS x
WHERE
    NOT coalesce(regexp_full_match(x.cameo, '[0-9]{2,4}'), true)
    OR NOT coalesce(regexp_full_match(x.plover, '[A-Z-]+'), true)
ORDER BY row_key
