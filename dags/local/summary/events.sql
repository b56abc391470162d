-- events: Claims that the texts of one night make
-- grain: one row per type and status
-- reads: events, ref_statuses
-- note: $versions is the night's staging Parquet of texts; statuses run from what is done to what is denied
SELECT
    e.type,
    e.status,
    count(*) AS claims
FROM events AS e
LEFT JOIN ref_statuses AS s USING (status)
WHERE e.version_id IN (SELECT version_id FROM read_parquet($versions))
GROUP BY ALL
ORDER BY e.type, claims DESC, e.status
