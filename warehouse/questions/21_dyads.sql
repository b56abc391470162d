-- question: How many acts between each two actors each day, in PLOVER and CAMEO terms?
-- reads: v_dyads_daily
SELECT
    d.event_day,
    d.actor_id,
    d.target_id,
    d.plover,
    d.plover_mode,
    d.cameo,
    sum(d.n_clusters) AS n_clusters,
    sum(d.n_reports) AS n_reports
FROM v_dyads_daily AS d
WHERE d.event_day IS NOT NULL
GROUP BY ALL
ORDER BY ALL
