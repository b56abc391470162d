-- name: every number of the days reported counts claims that each lead to one sentence
-- grain: one row per day reported, type, action and status of which this is not so
-- reads: v_events_daily_by_report_day, v_claim_support
-- table: v_events_daily_by_report_day
-- severity: critical
-- note: all states and numbers are looked at where all texts are judged (`expectations/run.py`)
-- why: a number that cannot be opened to its sentences is hearsay
WITH told AS (
    SELECT
        s.published_date AS report_day,
        s.type,
        s.action,
        s.status,
        count(*) FILTER (WHERE s.sentence <> '') AS n_sentences
    FROM v_claim_support AS s
    GROUP BY s.published_date, s.type, s.action, s.status
)

SELECT
    concat_ws(
        ' ', coalesce(d.report_day, t.report_day), coalesce(d.type, t.type), coalesce(d.action, t.action),
        coalesce(d.status, t.status)
    ) AS row_key,
    concat(coalesce(d.n_claims, 0), ' claims counted, ', coalesce(t.n_sentences, 0), ' sentences reached') AS wrong,
    NULL AS claim_id,
    NULL AS version_id
FROM v_events_daily_by_report_day AS d
FULL JOIN told AS t
    ON d.report_day = t.report_day AND d.type = t.type AND d.action = t.action AND d.status = t.status
WHERE $whole AND d.n_claims IS DISTINCT FROM t.n_sentences
ORDER BY row_key
