-- name: events by day reported, type, action and status
-- grain: one row per report_day, type, action and status
-- reads: v_events, v_claim_clusters
-- note: an event reported on several days counts in n_clusters on each of them, in n_new_clusters on the first
-- stored: what is published holds its rows, made each night
CREATE VIEW v_events_daily_by_report_day AS
SELECT
    e.published_date AS report_day,
    e.type,
    e.action,
    e.status,
    e.status_group,
    count(*) AS n_claims,
    count(DISTINCT row(e.cluster_id, e.report_id)) AS n_reports,
    count(DISTINCT e.cluster_id) AS n_clusters,
    count(*) FILTER (WHERE c.is_first) AS n_new_clusters
FROM v_events AS e
LEFT JOIN v_claim_clusters AS c ON e.claim_id = c.claim_id
GROUP BY ALL;

COMMENT ON VIEW v_events_daily_by_report_day IS 'Events by day reported, type, action and status; one row per report_day, type, action and status';
COMMENT ON COLUMN v_events_daily_by_report_day.report_day IS 'Calendar day on which the text was published';
COMMENT ON COLUMN v_events_daily_by_report_day.type IS 'Word of ref_types';
COMMENT ON COLUMN v_events_daily_by_report_day.action IS 'Word of ref_actions';
COMMENT ON COLUMN v_events_daily_by_report_day.status IS 'Word of ref_statuses';
COMMENT ON COLUMN v_events_daily_by_report_day.status_group IS 'actual, future, contingent or negated';
COMMENT ON COLUMN v_events_daily_by_report_day.n_claims IS 'Claims: every copy counts';
COMMENT ON COLUMN v_events_daily_by_report_day.n_reports IS 'Independent reports among these claims: an event told by a text, its copies and its versions counts once';
COMMENT ON COLUMN v_events_daily_by_report_day.n_clusters IS 'Real events told by these claims: repeated reports of one event count once';
COMMENT ON COLUMN v_events_daily_by_report_day.n_new_clusters IS 'Real events whose first report is among these claims; adds up over all rows to the number of events';
