-- name: a cluster is named for its member known first, is of its type and action, and that member tells something new
-- grain: one row per cluster of which this is not so
-- reads: clusters, checked_members, events, versions
-- table: clusters
-- severity: critical
-- why: the number of an event is what people cite: under another name, or with a twin, it leads elsewhere
WITH firsts AS (
    SELECT
        m.cluster_id,
        arg_min(m.claim_id, row(v.known_on, v.published_date, m.claim_id)) AS first_id,
        arg_min(m.is_new_information, row(v.known_on, v.published_date, e.version_id, e.ordinal, m.claim_id)) AS is_new
    FROM checked_members AS m
    INNER JOIN events AS e ON m.claim_id = e.claim_id
    INNER JOIN versions AS v ON e.version_id = v.version_id
    GROUP BY m.cluster_id
)

SELECT
    c.cluster_id AS row_key,
    CASE
        WHEN f.first_id <> c.cluster_id THEN concat('its member known first is ', f.first_id)
        WHEN NOT f.is_new THEN 'the first that told of it is said to tell nothing new'
        ELSE concat('it is ', c.type, ' ', c.action, ', the claim it is named for ', e.type, ' ', e.action)
    END AS wrong,
    c.cluster_id AS claim_id,
    e.version_id
FROM clusters AS c
INNER JOIN firsts AS f ON c.cluster_id = f.cluster_id
LEFT JOIN events AS e ON c.cluster_id = e.claim_id
WHERE
    c.merged_into IS NULL
    AND (f.first_id <> c.cluster_id OR NOT f.is_new OR e.type IS DISTINCT FROM c.type OR e.action IS DISTINCT FROM c.action)
ORDER BY row_key
