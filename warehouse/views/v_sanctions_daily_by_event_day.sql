-- name: sanctions by day of the event, sender, target, scope and what became of them
-- grain: one row per event_day, sender, target, scope, action and change
-- reads: v_sanction_pairs
-- note: a claim whose day is not known counts under NULL, never under the day it was reported;
--   a claim with several senders or targets counts in the row of each pair
-- stored: what is published holds its rows, made each night
CREATE VIEW v_sanctions_daily_by_event_day AS
SELECT
    p.event_day AS event_day,
    p.sender_id,
    min(p.sender_name) AS sender_name,
    p.target_id,
    min(p.target_name) AS target_name,
    p.scope,
    p.action,
    p.change,
    count(DISTINCT p.claim_id) AS n_claims,
    count(DISTINCT row(p.cluster_id, p.report_id)) AS n_reports,
    count(DISTINCT p.cluster_id) AS n_clusters
FROM v_sanction_pairs AS p
GROUP BY p.event_day, p.sender_id, p.target_id, p.scope, p.action, p.change;

COMMENT ON VIEW v_sanctions_daily_by_event_day IS 'Sanctions by day of the event, sender, target, scope and what became of them; one row per event_day, sender, target, scope, action and change';
COMMENT ON COLUMN v_sanctions_daily_by_event_day.event_day IS 'Calendar day of the event; NULL where it is not known to the day';
COMMENT ON COLUMN v_sanctions_daily_by_event_day.sender_id IS 'Who sanctions, or would; NULL where the text names nobody';
COMMENT ON COLUMN v_sanctions_daily_by_event_day.sender_name IS 'Its name';
COMMENT ON COLUMN v_sanctions_daily_by_event_day.target_id IS 'Who is sanctioned, or would be; NULL where the text names nobody';
COMMENT ON COLUMN v_sanctions_daily_by_event_day.target_name IS 'Its name';
COMMENT ON COLUMN v_sanctions_daily_by_event_day.scope IS 'Word of ref_scopes: international and domestic are never counted together';
COMMENT ON COLUMN v_sanctions_daily_by_event_day.action IS 'Word of ref_actions';
COMMENT ON COLUMN v_sanctions_daily_by_event_day.change IS 'What became of the sanction: the action''s past participle (imposed, lifted …) where it is actual, else the status (threatened, called_for, denied …)';
COMMENT ON COLUMN v_sanctions_daily_by_event_day.n_claims IS 'Claims: every copy counts';
COMMENT ON COLUMN v_sanctions_daily_by_event_day.n_reports IS 'Independent reports among these claims: an event told by a text, its copies and its versions counts once';
COMMENT ON COLUMN v_sanctions_daily_by_event_day.n_clusters IS 'Real events told by these claims: repeated reports of one event count once';
