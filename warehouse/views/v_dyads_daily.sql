-- name: who did what to whom each day, in the terms of PLOVER and CAMEO
-- grain: one row per day of event, day first reported, actor, target and code
-- reads: v_events, v_parties, v_clusters, ref_precisions, ref_actions
-- note: an event is counted once, on the best day that its reports give (event_day, NULL where none gives one) and on
--   the day of its first report. Sides of a symmetric act (a meeting) are each actor and target of each other. Codes
--   are those of the status told: a threat to sanction counts as a threat. Claims without a code are left out, so are
--   sides that are no identity of their own (unnamed groups)
-- stored: what is published holds its rows, made each night
CREATE VIEW v_dyads_daily AS
WITH sides AS (
    SELECT DISTINCT p.claim_id, p.role, p.identity_id
    FROM v_parties AS p
    WHERE NOT p.is_open AND p.role IN ('actor', 'target')
)

SELECT
    CASE WHEN d.is_day THEN c.date_start END AS event_day,
    c.first_reported AS report_day,
    a.identity_id AS actor_id,
    t.identity_id AS target_id,
    e.plover,
    e.plover_mode,
    e.cameo,
    count(DISTINCT e.cluster_id) AS n_clusters,
    count(DISTINCT e.report_id) AS n_reports,
    count(DISTINCT e.claim_id) AS n_claims
FROM v_events AS e
INNER JOIN v_clusters AS c ON e.cluster_id = c.cluster_id
LEFT JOIN ref_precisions AS d ON c.date_precision = d.precision
INNER JOIN ref_actions AS r ON e.type = r.type AND e.action = r.action
INNER JOIN sides AS a ON e.claim_id = a.claim_id AND a.role = 'actor'
INNER JOIN sides AS t
    ON
        e.claim_id = t.claim_id
        AND a.identity_id <> t.identity_id
        AND (t.role = 'target' OR r.is_symmetric)
WHERE e.plover IS NOT NULL OR e.cameo IS NOT NULL
GROUP BY ALL;

COMMENT ON VIEW v_dyads_daily IS 'Who did what to whom each day, in the terms of PLOVER and CAMEO; one row per day of event, day first reported, actor, target and code';
COMMENT ON COLUMN v_dyads_daily.event_day IS 'Calendar day of the act; NULL where it is not known to the day';
COMMENT ON COLUMN v_dyads_daily.report_day IS 'Calendar day on which it was first reported';
COMMENT ON COLUMN v_dyads_daily.actor_id IS 'Who acts, as v_parties.identity_id';
COMMENT ON COLUMN v_dyads_daily.target_id IS 'At whom it is aimed';
COMMENT ON COLUMN v_dyads_daily.plover IS 'PLOVER event type; NULL where PLOVER has none for it';
COMMENT ON COLUMN v_dyads_daily.plover_mode IS 'PLOVER mode; NULL where none applies';
COMMENT ON COLUMN v_dyads_daily.cameo IS 'CAMEO code; NULL where CAMEO has none for it';
COMMENT ON COLUMN v_dyads_daily.n_clusters IS 'Real events among them';
COMMENT ON COLUMN v_dyads_daily.n_reports IS 'Articles that report them, copies counted once';
COMMENT ON COLUMN v_dyads_daily.n_claims IS 'Claims';
