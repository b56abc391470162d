-- name: the claims that stand where anchors say, each with what it tells
-- grain: one row per anchor and claim of its sentence and type
-- reads: given_anchors, events, evidence, participants
SELECT
    g.number,
    e.claim_id,
    e.action,
    t.start_char AS trigger_start,
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
FROM given_anchors AS g
INNER JOIN events AS e ON g.version_id = e.version_id AND g.type = e.type
INNER JOIN evidence AS s
    ON
        e.claim_id = s.claim_id
        AND s.kind = 'sentence'
        AND g.field = s.field
        AND g.start_char = s.start_char
        AND g.end_char = s.end_char
LEFT JOIN evidence AS t ON e.claim_id = t.claim_id AND t.kind = 'trigger'
ORDER BY g.number, t.start_char, e.ordinal, e.claim_id
