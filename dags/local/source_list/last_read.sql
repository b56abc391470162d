-- name: when each source last gave an article
-- grain: one row per source with an article
-- reads: appearances
SELECT
    source_id,
    max(known_on)::VARCHAR AS last_read,
    count(*) AS articles
FROM appearances
GROUP BY source_id
