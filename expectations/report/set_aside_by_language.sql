-- name: what the night set aside, by source and language
-- grain: one row per source and language
-- reads: set_aside, sources
SELECT
    coalesce(o.name, s.source_id) AS source,
    s.language,
    count(*) AS n
FROM set_aside AS s
LEFT JOIN sources AS o ON s.source_id = o.source_id
WHERE s.night = $night
GROUP BY source, s.language
ORDER BY n DESC, source, s.language
