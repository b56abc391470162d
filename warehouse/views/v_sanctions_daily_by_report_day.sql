-- name: sanctions by day reported, sender, target, scope and what became of them
-- grain: one row per report_day, sender, target, scope, action and change
-- reads: v_sanction_pairs
-- note: an event reported on several days counts in n_clusters on each of them, in n_new_clusters on the first;
--   a claim with several senders or targets counts in the row of each pair
-- stored: what is published holds its rows, made each night
CREATE VIEW v_sanctions_daily_by_report_day AS
SELECT
    p.published_date AS report_day,
    p.sender_id,
    min(p.sender_name) AS sender_name,
    p.target_id,
    min(p.target_name) AS target_name,
    p.scope,
    p.action,
    p.change,
    count(DISTINCT p.claim_id) AS n_claims,
    count(DISTINCT row(p.cluster_id, p.report_id)) AS n_reports,
    count(DISTINCT p.cluster_id) AS n_clusters,
    count(DISTINCT p.claim_id) FILTER (WHERE p.is_first) AS n_new_clusters
FROM v_sanction_pairs AS p
GROUP BY p.published_date, p.sender_id, p.target_id, p.scope, p.action, p.change;

COMMENT ON VIEW v_sanctions_daily_by_report_day IS 'Sanctions by day reported, sender, target, scope and what became of them; one row per report_day, sender, target, scope, action and change';
COMMENT ON COLUMN v_sanctions_daily_by_report_day.report_day IS 'Calendar day on which the text was published';
COMMENT ON COLUMN v_sanctions_daily_by_report_day.sender_id IS 'Who sanctions, or would; NULL where the text names nobody';
COMMENT ON COLUMN v_sanctions_daily_by_report_day.sender_name IS 'Its name';
COMMENT ON COLUMN v_sanctions_daily_by_report_day.target_id IS 'Who is sanctioned, or would be; NULL where the text names nobody';
COMMENT ON COLUMN v_sanctions_daily_by_report_day.target_name IS 'Its name';
COMMENT ON COLUMN v_sanctions_daily_by_report_day.scope IS 'Word of ref_scopes: international and domestic are never counted together';
COMMENT ON COLUMN v_sanctions_daily_by_report_day.action IS 'Word of ref_actions';
COMMENT ON COLUMN v_sanctions_daily_by_report_day.change IS 'What became of the sanction: the action''s past participle (imposed, lifted …) where it is actual, else the status (threatened, called_for, denied …)';
COMMENT ON COLUMN v_sanctions_daily_by_report_day.n_claims IS 'Claims: every copy counts';
COMMENT ON COLUMN v_sanctions_daily_by_report_day.n_reports IS 'Independent reports among these claims: an event told by a text, its copies and its versions counts once';
COMMENT ON COLUMN v_sanctions_daily_by_report_day.n_clusters IS 'Real events told by these claims: repeated reports of one event count once';
COMMENT ON COLUMN v_sanctions_daily_by_report_day.n_new_clusters IS 'Real events of the pair whose first report is among these claims';
