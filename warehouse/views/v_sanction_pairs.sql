-- name: each sanction claim for each of its senders and targets
-- grain: one row per claim, sender and target
-- reads: v_events, participants, actors, ref_actions, v_claim_clusters
-- note: a claim that names no sender or no target has NULL there, so that it is not lost;
--   change follows ref_actions for actual claims and is the status itself for all others
CREATE VIEW v_sanction_pairs AS
SELECT
    e.claim_id,
    e.cluster_id,
    c.is_first,
    s.actor_id AS sender_id,
    coalesce(sa.name, s.name) AS sender_name,
    t.actor_id AS target_id,
    coalesce(ta.name, t.name) AS target_name,
    e.scope,
    e.action,
    CASE WHEN e.status_group = 'actual' THEN r.change ELSE e.status END AS change,
    e.status,
    e.event_day,
    e.published_date,
    e.report_id
FROM v_events AS e
INNER JOIN ref_actions AS r ON e.type = r.type AND e.action = r.action AND r.change IS NOT NULL
LEFT JOIN participants AS s ON e.claim_id = s.claim_id AND s.role = 'actor'
LEFT JOIN participants AS t ON e.claim_id = t.claim_id AND t.role = 'target'
LEFT JOIN actors AS sa ON s.actor_id = sa.actor_id
LEFT JOIN actors AS ta ON t.actor_id = ta.actor_id
LEFT JOIN v_claim_clusters AS c ON e.claim_id = c.claim_id;

COMMENT ON VIEW v_sanction_pairs IS 'Each sanction claim for each of its senders and targets; one row per claim, sender and target';
COMMENT ON COLUMN v_sanction_pairs.claim_id IS 'Claim';
COMMENT ON COLUMN v_sanction_pairs.cluster_id IS 'Real event the claim tells of; NULL while it is not clustered';
COMMENT ON COLUMN v_sanction_pairs.is_first IS 'Whether the claim is the first report of its event';
COMMENT ON COLUMN v_sanction_pairs.sender_id IS 'Who sanctions, or would; NULL where the text names nobody';
COMMENT ON COLUMN v_sanction_pairs.sender_name IS 'Its name';
COMMENT ON COLUMN v_sanction_pairs.target_id IS 'Who is sanctioned, or would be; NULL where the text names nobody';
COMMENT ON COLUMN v_sanction_pairs.target_name IS 'Its name';
COMMENT ON COLUMN v_sanction_pairs.scope IS 'Word of ref_scopes: international and domestic are never counted together';
COMMENT ON COLUMN v_sanction_pairs.action IS 'Word of ref_actions';
COMMENT ON COLUMN v_sanction_pairs.change IS 'What became of the sanction: the action''s past participle (imposed, lifted …) where it is actual, else the status (threatened, called_for, denied …)';
COMMENT ON COLUMN v_sanction_pairs.status IS 'Word of ref_statuses';
COMMENT ON COLUMN v_sanction_pairs.event_day IS 'Calendar day of the event; NULL where it is not known to the day';
COMMENT ON COLUMN v_sanction_pairs.published_date IS 'Calendar day on which the world could know the text';
COMMENT ON COLUMN v_sanction_pairs.report_id IS 'Article that reported it first in these words: claims of copies and of versions of one article have the same';
