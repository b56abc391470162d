-- name: the warehouse holds what the night's load said it holds, and no text of earlier nights went
-- grain: one row per table that holds fewer or more rows, and one for lost texts
-- reads: ops_runs, ops_steps, versions, appearances, sentences, mentions, events, evidence
-- table: versions
-- severity: critical
-- why: a month that was lost leaves nothing dangling: nobody would miss it but who looks for it
-- note: loading writes a step `holds <table>` for each of these tables with the rows before (in) and after (out); no later
--   step of a night adds or removes rows of them. Texts are never removed, so there are no fewer than the last published
--   run held; a warehouse made anew (demarche rebuild) has no such step and begins the count again
WITH latest AS (
    SELECT r.run_id
    FROM ops_runs AS r
    WHERE r.night = $night
    ORDER BY r.ended_at IS NULL DESC, r.started_at DESC, r.run_id
    LIMIT 1
),

published AS (
    SELECT r.run_id, r.night
    FROM ops_runs AS r
    WHERE r.status = 'published'
    ORDER BY r.ended_at DESC NULLS LAST, r.run_id DESC
    LIMIT 1
),

held AS (
    SELECT 'versions' AS part, count(*) AS n FROM versions
    UNION ALL
    SELECT 'appearances', count(*) FROM appearances
    UNION ALL
    SELECT 'sentences', count(*) FROM sentences
    UNION ALL
    SELECT 'mentions', count(*) FROM mentions
    UNION ALL
    SELECT 'events', count(*) FROM events
    UNION ALL
    SELECT 'evidence', count(*) FROM evidence
)

SELECT
    h.part AS row_key,
    concat(h.n, ' rows of ', h.part, ', the load left ', s.rows_out) AS wrong,
    NULL AS claim_id,
    NULL AS version_id
FROM held AS h
INNER JOIN ops_steps AS s ON s.step = concat('holds ', h.part)
INNER JOIN latest AS l ON s.run_id = l.run_id
WHERE h.n <> s.rows_out
UNION ALL
SELECT
    concat('versions since ', r.run_id),
    concat(h.n, ' texts, the night of ', r.night, ' was published with ', s.rows_out),
    NULL,
    NULL
FROM held AS h
INNER JOIN ops_steps AS s ON h.part = 'versions' AND s.step = 'holds versions'
INNER JOIN published AS r ON s.run_id = r.run_id
WHERE h.n < s.rows_out
ORDER BY row_key
