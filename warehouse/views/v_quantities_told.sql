-- name: the numbers that reports give of an event, the least and the most
-- grain: one row per event, action and unit
-- reads: quantities, v_events
-- stored: what is published holds its rows, made each night
CREATE VIEW v_quantities_told AS
SELECT
    e.cluster_id,
    e.action,
    any_value(e.actor_names) AS actor_names,
    any_value(e.target_names) AS target_names,
    q.unit,
    min(q.value) AS least,
    max(q.value) AS most,
    list(DISTINCT concat(q.comparator, ' ', q.value) ORDER BY concat(q.comparator, ' ', q.value)) AS told,
    count(DISTINCT e.source_id) AS n_sources
FROM quantities AS q
INNER JOIN v_events AS e ON q.claim_id = e.claim_id
GROUP BY e.cluster_id, e.action, q.unit;

COMMENT ON VIEW v_quantities_told IS 'The numbers that reports give of an event, the least and the most; one row per event, action and unit';
COMMENT ON COLUMN v_quantities_told.cluster_id IS 'Real event';
COMMENT ON COLUMN v_quantities_told.action IS 'Word of ref_actions';
COMMENT ON COLUMN v_quantities_told.actor_names IS 'Who acts, as one of its reports names them';
COMMENT ON COLUMN v_quantities_told.target_names IS 'On whom, as one of its reports names them';
COMMENT ON COLUMN v_quantities_told.unit IS 'What is counted';
COMMENT ON COLUMN v_quantities_told.least IS 'Least number told';
COMMENT ON COLUMN v_quantities_told.most IS 'Most that is told';
COMMENT ON COLUMN v_quantities_told.told IS 'Every number told, each with its comparator (word of ref_comparators)';
COMMENT ON COLUMN v_quantities_told.n_sources IS 'Sources that tell a number';
