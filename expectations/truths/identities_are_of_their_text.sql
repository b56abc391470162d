-- name: a name is tied to an identity only where its text names it
-- grain: one row per tie of which this is not so
-- reads: identities, mentions, participants, clock_notice_actors, checked_versions, checked_claims
-- table: identities
-- severity: critical
-- why: a tie without its name, or to another text's, hands one person's acts to another
WITH ties AS (
    SELECT i.*
    FROM identities AS i
    INNER JOIN checked_versions AS k ON i.version_id = k.version_id
),

named AS (
    SELECT m.version_id, m.actor_id FROM mentions AS m INNER JOIN checked_versions AS k ON m.version_id = k.version_id
    UNION
    SELECT e.version_id, p.actor_id FROM participants AS p INNER JOIN checked_claims AS e ON p.claim_id = e.claim_id
    UNION
    SELECT c.version_id, c.actor_id
    FROM clock_notice_actors AS c
    INNER JOIN checked_versions AS k ON c.version_id = k.version_id
)

SELECT
    concat_ws(' ', t.version_id, t.actor_id) AS row_key,
    concat('tied to ', t.identity_id, CASE WHEN n.actor_id IS NULL THEN ', yet its text does not name it' END) AS wrong,
    NULL AS claim_id,
    t.version_id
FROM ties AS t
LEFT JOIN named AS n ON t.version_id = n.version_id AND t.actor_id = n.actor_id
WHERE n.actor_id IS NULL OR coalesce(t.identity_id, '') = '' OR t.identity_id LIKE 'OPEN:%'
ORDER BY row_key
