-- name: what the night set aside, by source
-- grain: one row per source
-- reads: set_aside, sources, appearances
-- note: `read` is how many of the source's texts could be read that night
SELECT
    coalesce(any_value(o.name), s.source_id) AS label,
    count(*) AS n,
    (
        SELECT count(*)
        FROM appearances AS a
        WHERE a.source_id = s.source_id AND a.known_on = $night
    ) AS read,
    mode(s.reason) AS reason
FROM set_aside AS s
LEFT JOIN sources AS o ON s.source_id = o.source_id
WHERE s.night = $night
GROUP BY s.source_id
ORDER BY n DESC, label
