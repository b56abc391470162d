-- name: words of staged rows that the ontology lacks
-- grain: one row per version, column and word
-- note: stands in for foreign keys to the reference tables, which could not be refilled under them
WITH used AS (
    SELECT e.version_id, 'type' AS column_name, e.type AS word, 'types' AS ontology,
        e.type IN (SELECT r.type FROM ref_types AS r) AS known
    FROM staged_events AS e
    UNION ALL
    SELECT e.version_id, 'action', concat(e.type, '/', e.action), 'actions',
        EXISTS (SELECT 1 FROM ref_actions AS r WHERE r.type = e.type AND r.action = e.action)
    FROM staged_events AS e
    UNION ALL
    SELECT e.version_id, 'status', e.status, 'statuses', e.status IN (SELECT r.status FROM ref_statuses AS r)
    FROM staged_events AS e
    UNION ALL
    SELECT e.version_id, 'scope', e.scope, 'scopes', e.scope IN (SELECT r.scope FROM ref_scopes AS r)
    FROM staged_events AS e
    UNION ALL
    SELECT e.version_id, 'office', e.office, 'offices', e.office IN (SELECT r.office FROM ref_offices AS r)
    FROM staged_events AS e
    UNION ALL
    SELECT e.version_id, 'mode', e.mode, 'meet_modes', e.mode IN (SELECT r.mode FROM ref_meet_modes AS r)
    FROM staged_events AS e
    UNION ALL
    SELECT e.version_id, 'date_precision', e.date_precision, 'precisions',
        e.date_precision IN (SELECT r.precision FROM ref_precisions AS r)
    FROM staged_events AS e
    UNION ALL
    SELECT v.version_id, 'published_precision', v.published_precision, 'precisions',
        v.published_precision IN (SELECT r.precision FROM ref_precisions AS r)
    FROM staged_versions AS v
    UNION ALL
    SELECT e.version_id, 'attribution_mode', e.attribution_mode, 'attribution_modes',
        e.attribution_mode IN (SELECT r.mode FROM ref_attribution_modes AS r)
    FROM staged_events AS e
    UNION ALL
    SELECT e.version_id, 'role', p.role, 'roles', p.role IN (SELECT r.role FROM ref_roles AS r)
    FROM staged_participants AS p
    INNER JOIN staged_events AS e ON p.claim_id = e.claim_id
    UNION ALL
    SELECT e.version_id, 'measure', m.measure, 'measures', m.measure IN (SELECT r.measure FROM ref_measures AS r)
    FROM staged_measures AS m
    INNER JOIN staged_events AS e ON m.claim_id = e.claim_id
    UNION ALL
    SELECT e.version_id, 'comparator', q.comparator, 'comparators',
        q.comparator IN (SELECT r.comparator FROM ref_comparators AS r)
    FROM staged_quantities AS q
    INNER JOIN staged_events AS e ON q.claim_id = e.claim_id
    UNION ALL
    SELECT e.version_id, 'kind', k.kind, 'link_kinds', k.kind IN (SELECT r.kind FROM ref_link_kinds AS r)
    FROM staged_links AS k
    INNER JOIN staged_events AS e ON k.claim_id = e.claim_id
    UNION ALL
    SELECT e.version_id, 'field', d.field, 'reading_fields', d.field IN (SELECT r.field FROM ref_reading_fields AS r)
    FROM staged_readings AS d
    INNER JOIN staged_events AS e ON d.claim_id = e.claim_id
    UNION ALL
    SELECT e.version_id, 'rule', d.rule, 'reading_rules', d.rule IN (SELECT r.rule FROM ref_reading_rules AS r)
    FROM staged_readings AS d
    INNER JOIN staged_events AS e ON d.claim_id = e.claim_id
    UNION ALL
    SELECT e.version_id, 'value', d.value, 'actions',
        d.value IN (SELECT concat(r.type, '/', r.action) FROM ref_actions AS r)
    FROM staged_readings AS d
    INNER JOIN staged_events AS e ON d.claim_id = e.claim_id
    WHERE d.field = 'action'
)

SELECT DISTINCT u.version_id, u.column_name, u.word, u.ontology
FROM used AS u
WHERE u.word IS NOT NULL AND u.known IS NOT true
ORDER BY u.version_id, u.column_name, u.word
