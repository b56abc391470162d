-- question: Is last night fit to use?
-- reads: v_last_night, versions
SELECT
    n.night,
    n.status,
    count(*) FILTER (WHERE n.severity = 'critical') AS critical_failed,
    count(*) FILTER (WHERE n.severity = 'warning') AS warnings,
    list(n.why ORDER BY n.severity, n.expectation) FILTER (WHERE n.why IS NOT NULL) AS why,
    n.extractor_version,
    (SELECT max(v.published_date) FROM versions AS v) AS newest_text
FROM v_last_night AS n
GROUP BY n.night, n.status, n.extractor_version
