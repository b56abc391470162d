-- name: where the claims stand whose id begins so, each with what it tells
-- grain: one row per claim
-- reads: events, evidence, participants, corrected_values
-- note: action is the machine's, for the anchor; a fix may have set another
SELECT
    e.claim_id,
    e.version_id,
    s.field,
    s.start_char,
    s.end_char,
    e.type,
    coalesce(json_extract_string(v.machine_value, '$.events[0][0]'), e.action) AS action,
    t.start_char AS trigger_start,
    e.ordinal,
    s.quote AS sentence,
    concat(
        e.type, '/', e.action, ' ', e.status, ': ',
        coalesce((
            SELECT string_agg(p.actor_id, '|' ORDER BY p.ordinal) FROM participants AS p
            WHERE p.claim_id = e.claim_id AND p.role = 'actor'
        ), '?'),
        ' > ',
        coalesce((
            SELECT string_agg(p.actor_id, '|' ORDER BY p.ordinal) FROM participants AS p
            WHERE p.claim_id = e.claim_id AND p.role = 'target'
        ), '?')
    ) AS told
FROM events AS e
INNER JOIN evidence AS s ON e.claim_id = s.claim_id AND s.kind = 'sentence'
LEFT JOIN evidence AS t ON e.claim_id = t.claim_id AND t.kind = 'trigger'
LEFT JOIN corrected_values AS v ON e.claim_id = v.claim_id AND v.field = 'action'
WHERE
    e.version_id IN (SELECT w.version_id FROM events AS w WHERE starts_with(w.claim_id, $handle))
ORDER BY e.version_id, e.ordinal, e.claim_id
