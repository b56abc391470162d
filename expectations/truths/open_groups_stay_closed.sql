-- name: an open group is never expanded to members
-- grain: one row per participant who stands beside an open group in the same role without being named by the text
-- reads: participants, events, versions, mentions
-- table: participants
-- severity: critical
-- why: "several Latin American countries" names no country; to list some would put words into the text
-- note: two marks of an expansion, each in the same claim and role as an OPEN: group: a participant written with the
--   very words of the group, or one whom the text nowhere names (no mention of the actor, the name not in text or
--   title) and who is not the speaker of the release
WITH beside AS (
    SELECT
        p.claim_id,
        p.role,
        p.ordinal,
        p.actor_id,
        p.name,
        e.version_id,
        bool_or(lower(trim(p.name)) = lower(trim(g.name))) AS has_the_same_words,
        min(g.actor_id) AS open_group
    FROM participants AS g
    INNER JOIN participants AS p ON g.claim_id = p.claim_id AND g.role = p.role
    INNER JOIN events AS e ON p.claim_id = e.claim_id
    WHERE g.actor_id LIKE 'OPEN:%' AND p.actor_id NOT LIKE 'OPEN:%'
    GROUP BY ALL
)

SELECT
    concat_ws(' ', b.claim_id, b.role, b.ordinal) AS row_key,
    concat(b.actor_id, ' stands beside ', b.open_group,
        CASE WHEN b.has_the_same_words THEN ' with its very words' ELSE ', yet the text does not name it' END) AS wrong,
    b.claim_id,
    b.version_id
FROM beside AS b
INNER JOIN versions AS v ON b.version_id = v.version_id
WHERE
    b.has_the_same_words
    OR (
        v.speaker IS DISTINCT FROM b.actor_id
        AND NOT contains(v.text, b.name)
        AND NOT contains(coalesce(v.title, ''), b.name)
        AND NOT exists(SELECT 1 FROM mentions AS m WHERE m.version_id = b.version_id AND m.actor_id = b.actor_id)
    )
ORDER BY row_key
