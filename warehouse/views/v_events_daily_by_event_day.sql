-- name: events by day of the event, type, action and status
-- grain: one row per event_day, type, action and status
-- reads: v_events
-- note: a claim whose day is not known counts under NULL, never under the day it was reported;
--   an event whose claims differ in status counts once under each
-- stored: what is published holds its rows, made each night
CREATE VIEW v_events_daily_by_event_day AS
SELECT
    e.event_day AS event_day,
    e.type,
    e.action,
    e.status,
    e.status_group,
    count(*) AS n_claims,
    count(DISTINCT row(e.cluster_id, e.report_id)) AS n_reports,
    count(DISTINCT e.cluster_id) AS n_clusters
FROM v_events AS e
GROUP BY ALL;

COMMENT ON VIEW v_events_daily_by_event_day IS 'Events by day of the event, type, action and status; one row per event_day, type, action and status';
COMMENT ON COLUMN v_events_daily_by_event_day.event_day IS 'Calendar day of the event; NULL where it is not known to the day';
COMMENT ON COLUMN v_events_daily_by_event_day.type IS 'Word of ref_types';
COMMENT ON COLUMN v_events_daily_by_event_day.action IS 'Word of ref_actions';
COMMENT ON COLUMN v_events_daily_by_event_day.status IS 'Word of ref_statuses';
COMMENT ON COLUMN v_events_daily_by_event_day.status_group IS 'actual, future, contingent or negated';
COMMENT ON COLUMN v_events_daily_by_event_day.n_claims IS 'Claims: every copy counts';
COMMENT ON COLUMN v_events_daily_by_event_day.n_reports IS 'Independent reports among these claims: an event told by a text, its copies and its versions counts once';
COMMENT ON COLUMN v_events_daily_by_event_day.n_clusters IS 'Real events told by these claims: repeated reports of one event count once';
