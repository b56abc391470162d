-- name: every text was seen at a place, of an article that is there, first in the night under which it is known
-- grain: one row per text without such a place, and one per place without its article
-- reads: versions, appearances, articles, checked_versions
-- table: appearances
-- severity: critical
-- why: the place is what a reader goes back to, and the night is what "as known on" is reckoned from
SELECT
    v.version_id AS row_key,
    CASE
        WHEN p.version_id IS NULL THEN 'it was seen nowhere'
        ELSE concat('known on ', v.known_on, ', first seen on ', p.first_seen)
    END AS wrong,
    NULL AS claim_id,
    v.version_id
FROM versions AS v
INNER JOIN checked_versions AS k ON v.version_id = k.version_id
LEFT JOIN (
    SELECT a.version_id, min(a.known_on) AS first_seen
    FROM appearances AS a
    INNER JOIN checked_versions AS k ON a.version_id = k.version_id
    GROUP BY a.version_id
) AS p ON v.version_id = p.version_id
WHERE p.first_seen IS DISTINCT FROM v.known_on
UNION ALL
SELECT
    concat_ws(' ', a.article_id, a.version_id, a.locator),
    concat('article ', a.article_id, ' is missing'),
    NULL,
    a.version_id
FROM appearances AS a
INNER JOIN checked_versions AS k ON a.version_id = k.version_id
LEFT JOIN articles AS t ON a.article_id = t.article_id
WHERE t.article_id IS NULL
ORDER BY row_key, wrong
