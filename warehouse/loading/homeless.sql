-- name: staged rows that belong to no staged text or claim
-- grain: one row per table
-- note: such rows mean that extraction ran on other texts than those staged; loading them would drop them unseen
SELECT u.table_name, count(*) AS n_rows, min(u.row_key) AS example
FROM (
    SELECT 'sentences' AS table_name, s.version_id AS row_key FROM staged_sentences AS s
    UNION ALL
    SELECT 'mentions', m.version_id FROM staged_mentions AS m
    UNION ALL
    SELECT 'events', e.version_id FROM staged_events AS e
    UNION ALL
    SELECT 'evidence', v.version_id FROM staged_evidence AS v
    UNION ALL
    SELECT 'clock_notices', c.version_id FROM staged_clock_notices AS c
    UNION ALL
    SELECT 'clock_notice_actors', a.version_id FROM staged_clock_notice_actors AS a
) AS u
WHERE u.row_key NOT IN (SELECT v.version_id FROM staged_versions AS v)
GROUP BY u.table_name
UNION ALL
SELECT u.table_name, count(*), min(u.row_key)
FROM (
    SELECT 'participants' AS table_name, p.claim_id AS row_key FROM staged_participants AS p
    UNION ALL
    SELECT 'measures', m.claim_id FROM staged_measures AS m
    UNION ALL
    SELECT 'quantities', q.claim_id FROM staged_quantities AS q
    UNION ALL
    SELECT 'conditions', c.claim_id FROM staged_conditions AS c
    UNION ALL
    SELECT 'links', k.claim_id FROM staged_links AS k
    UNION ALL
    SELECT 'links', k.to_claim_id FROM staged_links AS k
    UNION ALL
    SELECT 'readings', r.claim_id FROM staged_readings AS r
    UNION ALL
    SELECT 'evidence', e.claim_id FROM staged_evidence AS e
) AS u
WHERE u.row_key NOT IN (SELECT e.claim_id FROM staged_events AS e)
GROUP BY u.table_name
ORDER BY 1, 3
