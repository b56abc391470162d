-- name: how each night came out: its verdict, its checks, and what they measured
-- grain: one row per night
-- reads: ops_runs, ops_checks, ops_acceptances
-- note: of a night that ran more than once the run counts whose rows readers got last, or the last run where none was
--   published; a run that is under way is left out. Measures are NULL where a run made no such check, or nothing was there
CREATE VIEW v_quality_daily AS
WITH ended AS (
    SELECT
        r.*,
        count(*) OVER n AS n_runs,
        count(*) FILTER (WHERE r.status = 'refused') OVER n AS n_refused,
        row_number() OVER (
            PARTITION BY r.night ORDER BY r.status = 'published' DESC, r.ended_at DESC, r.run_id DESC
        ) AS place
    FROM ops_runs AS r
    WHERE r.status <> 'running'
    WINDOW n AS (PARTITION BY r.night)
),

checked AS (
    SELECT
        c.run_id,
        count(*) AS checks,
        count(*) FILTER (WHERE NOT c.ok AND c.severity = 'critical') AS critical_failed,
        count(*) FILTER (WHERE NOT c.ok AND c.severity = 'warning') AS warned,
        list(c.why ORDER BY c.severity, c.expectation) FILTER (WHERE NOT c.ok) AS why,
        max(c.measured) FILTER (WHERE c.suite = 'night' AND c.expectation = 'night_has_articles') AS articles,
        max(c.measured) FILTER (WHERE c.suite = 'night' AND c.expectation = 'inputs_could_be_read') AS share_set_aside,
        max(c.measured) FILTER (WHERE c.suite = 'night' AND c.expectation = 'news_is_fresh') AS days_since_latest,
        max(c.measured) FILTER (WHERE c.suite = 'fill' AND c.expectation = 'claims_name_a_party') AS share_with_party,
        max(c.measured) FILTER (WHERE c.suite = 'fill' AND c.expectation = 'claims_have_a_date') AS share_undated,
        max(c.measured) FILTER (
            WHERE c.suite = 'fill' AND c.expectation = 'sanctions_have_measures'
        ) AS share_with_measure
    FROM ops_checks AS c
    GROUP BY c.run_id
),

overruled AS (
    SELECT
        a.run_id,
        count(*) AS accepted,
        min(a.reason) AS accepted_because,
        max(a.accepted_at) AS accepted_at
    FROM ops_acceptances AS a
    GROUP BY a.run_id
)

SELECT
    r.night,
    CASE
        WHEN r.status <> 'published' THEN r.status
        WHEN o.accepted > 0 THEN 'accepted'
        WHEN k.warned > 0 THEN 'warned'
        ELSE 'passed'
    END AS verdict,
    r.run_id,
    r.published_id,
    r.ended_at,
    r.n_runs,
    r.n_refused,
    coalesce(k.checks, 0) AS checks,
    coalesce(k.critical_failed, 0) AS critical_failed,
    coalesce(k.warned, 0) AS warned,
    coalesce(o.accepted, 0) AS accepted,
    o.accepted_because,
    o.accepted_at,
    coalesce(k.why, []::VARCHAR []) AS why,
    k.articles,
    k.share_set_aside,
    k.days_since_latest,
    k.share_with_party,
    k.share_undated,
    k.share_with_measure,
    r.extractor_version
FROM ended AS r
LEFT JOIN checked AS k ON r.run_id = k.run_id
LEFT JOIN overruled AS o ON r.run_id = o.run_id
WHERE r.place = 1;

COMMENT ON VIEW v_quality_daily IS 'How each night came out: its verdict, its checks, and what they measured; one row per night';
COMMENT ON COLUMN v_quality_daily.night IS 'Label of the night';
COMMENT ON COLUMN v_quality_daily.verdict IS 'passed, warned (published, some checks warn), accepted (published on a person''s word though critical checks failed), refused or failed';
COMMENT ON COLUMN v_quality_daily.run_id IS 'Run that the row tells of';
COMMENT ON COLUMN v_quality_daily.published_id IS 'Publication that it made; NULL where it made none';
COMMENT ON COLUMN v_quality_daily.ended_at IS 'Wall clock at its end';
COMMENT ON COLUMN v_quality_daily.n_runs IS 'Runs of the night that ended';
COMMENT ON COLUMN v_quality_daily.n_refused IS 'Those of them that the checks refused and nobody accepted';
COMMENT ON COLUMN v_quality_daily.checks IS 'Checks made';
COMMENT ON COLUMN v_quality_daily.critical_failed IS 'Critical checks that failed';
COMMENT ON COLUMN v_quality_daily.warned IS 'Warnings';
COMMENT ON COLUMN v_quality_daily.accepted IS 'Critical checks that failed and that a person overruled';
COMMENT ON COLUMN v_quality_daily.accepted_because IS 'The person''s reason; NULL where nothing was overruled';
COMMENT ON COLUMN v_quality_daily.accepted_at IS 'Wall clock when it was; NULL likewise';
COMMENT ON COLUMN v_quality_daily.why IS 'Why each failed check is expected, critical ones first; empty where all held';
COMMENT ON COLUMN v_quality_daily.articles IS 'Articles that the night read';
COMMENT ON COLUMN v_quality_daily.share_set_aside IS 'Share of its inputs that could not be used, 0 to 1';
COMMENT ON COLUMN v_quality_daily.days_since_latest IS 'Days from its latest text to the night';
COMMENT ON COLUMN v_quality_daily.share_with_party IS 'Share of its claims that name an actor or target, 0 to 1';
COMMENT ON COLUMN v_quality_daily.share_undated IS 'Share of its claims without any day, 0 to 1';
COMMENT ON COLUMN v_quality_daily.share_with_measure IS 'Share of its sanction claims with a measure, 0 to 1';
COMMENT ON COLUMN v_quality_daily.extractor_version IS 'Version of the extractor';
