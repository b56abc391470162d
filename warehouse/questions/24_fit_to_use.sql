-- question: Is last night fit to use?
-- reads: v_fit_to_use, versions
SELECT
    f.night,
    f.is_fit,
    f.verdict,
    f.because,
    f.critical_failed,
    f.warned AS warnings,
    f.accepted,
    f.extractor_version,
    (SELECT max(v.published_date) FROM versions AS v) AS newest_text
FROM v_fit_to_use AS f
