-- name: whether the last published night is fit to use, and why
-- grain: one row per warehouse, none before anything is published
-- reads: v_quality_daily
-- note: fit is a night of which every critical check held. Where a person overruled one, the answer is no, and why is told
--   with the person's reason: whoever uses the night decides
CREATE VIEW v_fit_to_use AS
SELECT
    q.night,
    q.critical_failed = 0 AS is_fit,
    q.verdict,
    concat(
        CASE q.verdict
            WHEN 'passed' THEN concat('all ', q.checks, ' checks held')
            WHEN 'warned' THEN concat('all critical checks held, ', q.warned, ' of ', q.checks, ' warn')
            ELSE concat('a person overruled what failed (critical checks: ', q.accepted, '): ', q.accepted_because)
        END,
        CASE WHEN len(q.why) > 0 THEN concat('. What failed: ', array_to_string(q.why, '; ')) END
    ) AS because,
    q.critical_failed,
    q.warned,
    q.accepted,
    q.published_id,
    q.extractor_version
FROM v_quality_daily AS q
WHERE q.published_id IS NOT NULL
QUALIFY row_number() OVER (ORDER BY q.ended_at DESC, q.night DESC) = 1;

COMMENT ON VIEW v_fit_to_use IS 'Whether the last published night is fit to use, and why; one row per warehouse, none before anything is published';
COMMENT ON COLUMN v_fit_to_use.night IS 'Label of the night that was published last';
COMMENT ON COLUMN v_fit_to_use.is_fit IS 'Whether every critical check held; false where a person overruled one';
COMMENT ON COLUMN v_fit_to_use.verdict IS 'passed, warned or accepted, as in v_quality_daily';
COMMENT ON COLUMN v_fit_to_use.because IS 'Why, in words: what held, what warns, what was overruled and for what reason';
COMMENT ON COLUMN v_fit_to_use.critical_failed IS 'Critical checks that failed';
COMMENT ON COLUMN v_fit_to_use.warned IS 'Warnings';
COMMENT ON COLUMN v_fit_to_use.accepted IS 'Critical checks that a person overruled';
COMMENT ON COLUMN v_fit_to_use.published_id IS 'The publication';
COMMENT ON COLUMN v_fit_to_use.extractor_version IS 'Version of the extractor';
