-- question: Which numbers are reported, and how far do sources differ?
-- reads: v_quantities_told
SELECT
    q.cluster_id,
    q.action,
    q.actor_names AS actors,
    q.target_names AS targets,
    q.unit,
    q.least,
    q.most,
    q.told,
    q.n_sources
FROM v_quantities_told AS q
ORDER BY q.n_sources DESC, q.cluster_id, q.unit
