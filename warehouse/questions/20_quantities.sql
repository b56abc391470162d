-- question: Which numbers are reported, and how far do sources differ?
-- reads: v_events, quantities
SELECT
    e.cluster_id,
    e.action,
    any_value(e.actor_names) AS actors,
    any_value(e.target_names) AS targets,
    q.unit,
    min(q.value) AS least,
    max(q.value) AS most,
    list(DISTINCT concat(q.comparator, ' ', q.value) ORDER BY concat(q.comparator, ' ', q.value)) AS told,
    count(DISTINCT e.source_id) AS n_sources
FROM quantities AS q
INNER JOIN v_events AS e ON q.claim_id = e.claim_id
GROUP BY e.cluster_id, e.action, q.unit
ORDER BY n_sources DESC, e.cluster_id, q.unit
