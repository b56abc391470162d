-- name: the night's claims with their sentence, parties and article
-- grain: one row per claim
-- reads: night_versions, events, evidence, participants, measures, articles, sources, appearances, ref_statuses
-- note: `triggers` are pairs of 0-based code points into `quote`, end exclusive; who and whom are names as written
SELECT
    e.claim_id,
    e.type,
    e.action,
    e.status,
    coalesce(r.status_group, 'unknown') AS status_group,
    e.date_start,
    e.date_end,
    e.date_precision,
    s.quote,
    s.field,
    (
        SELECT list([t.start_char - s.start_char, t.end_char - s.start_char] ORDER BY t.start_char)
        FROM evidence AS t
        WHERE t.claim_id = e.claim_id AND t.kind = 'trigger' AND t.field = s.field
    ) AS triggers,
    (
        SELECT string_agg(p.name, ', ' ORDER BY p.ordinal)
        FROM participants AS p
        WHERE p.claim_id = e.claim_id AND p.role = 'actor'
    ) AS who,
    (
        SELECT string_agg(p.name, ', ' ORDER BY p.ordinal)
        FROM participants AS p
        WHERE p.claim_id = e.claim_id AND p.role = 'target'
    ) AS whom,
    (SELECT string_agg(m.measure, ', ' ORDER BY m.measure) FROM measures AS m WHERE m.claim_id = e.claim_id)
        AS measures,
    v.title,
    v.published_date,
    a.canonical_url AS url,
    coalesce(o.name, a.source_id) AS source
FROM events AS e
INNER JOIN night_versions AS v ON e.version_id = v.version_id
LEFT JOIN evidence AS s ON e.claim_id = s.claim_id AND s.kind = 'sentence'
LEFT JOIN articles AS a ON v.article_id = a.article_id
LEFT JOIN sources AS o ON a.source_id = o.source_id
LEFT JOIN ref_statuses AS r ON e.status = r.status
ORDER BY e.type, e.action, e.date_start NULLS LAST, e.date_end NULLS LAST, e.claim_id
