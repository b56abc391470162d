-- articles: What was read of the texts of one night
-- grain: one row
-- reads: versions
-- note: $versions is the night's staging Parquet of texts
SELECT
    count(*) AS articles,
    count(DISTINCT v.version_id) FILTER (WHERE e.version_id IS NOT NULL) AS with_events,
    min(v.published_date) AS first_day,
    max(v.published_date) AS last_day
FROM versions AS v
LEFT JOIN (SELECT DISTINCT version_id FROM events) AS e USING (version_id)
WHERE v.version_id IN (SELECT version_id FROM read_parquet($versions))
