-- name: the places in which texts were seen under the night
-- grain: one row per article, version, source and place
-- reads: appearances
SELECT
    a.article_id,
    a.version_id,
    a.source_id,
    a.locator
FROM appearances AS a
WHERE a.known_on = $night
ORDER BY a.article_id, a.version_id, a.source_id, a.locator
