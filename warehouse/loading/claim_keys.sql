-- name: what clustering needs to know of each claim
-- grain: one row per claim
-- reads: events, versions, participants, copies, evidence
-- note: actors and targets are distinct ids in order, joined with |; empty where there are none. `telling` names the
--   text known first, where this one has copies or is one, and the words of the sentence: claims of the same act with
--   the same telling are one printed again; NULL for all other claims
WITH told AS (
    SELECT
        e.claim_id,
        coalesce(c.copy_of, e.version_id) AS first_id,
        regexp_replace(lower(q.quote), '[^\p{L}\p{N}]+', ' ', 'g') AS words
    FROM events AS e
    LEFT JOIN copies AS c ON e.version_id = c.version_id
    LEFT JOIN evidence AS q ON e.claim_id = q.claim_id AND q.kind = 'sentence'
    WHERE c.version_id IS NOT NULL OR e.version_id IN (SELECT o.copy_of FROM copies AS o)
)

SELECT
    e.claim_id, e.version_id, e.type, e.action, e.status, e.date_start, e.date_end, e.date_precision,
    v.published_date, v.known_on,
    coalesce(string_agg(DISTINCT p.actor_id, '|' ORDER BY p.actor_id) FILTER (WHERE p.role = 'actor'), '') AS actors,
    coalesce(string_agg(DISTINCT p.actor_id, '|' ORDER BY p.actor_id) FILTER (WHERE p.role = 'target'), '') AS targets,
    t.first_id || ' ' || trim(t.words) AS telling,
    e.ordinal
FROM events AS e
INNER JOIN versions AS v ON e.version_id = v.version_id
LEFT JOIN participants AS p ON e.claim_id = p.claim_id
LEFT JOIN told AS t ON e.claim_id = t.claim_id
GROUP BY ALL
ORDER BY e.claim_id
