-- name: an open group is never expanded to members
-- grain: one row per participant who stands beside an open group in the same role without being named by the text
-- reads: participants, versions, mentions, checked_claims
-- table: participants
-- severity: critical
-- why: "several Latin American countries" names no country; to list some would put words into the text
-- note: two marks of an expansion, each in the same claim and role as an OPEN: group: a participant written with the
--   very words of the group, or one whom the text nowhere names (no mention of the actor, and no word of the name of
--   four letters or more in text or title, accents and case aside) and who is not the speaker of the release
WITH judged AS (
    SELECT p.*, e.version_id
    FROM participants AS p
    INNER JOIN checked_claims AS e ON p.claim_id = e.claim_id
),

beside AS (
    SELECT
        p.claim_id,
        p.role,
        p.ordinal,
        p.actor_id,
        p.name,
        p.version_id,
        bool_or(lower(trim(p.name)) = lower(trim(g.name))) AS has_the_same_words,
        min(g.actor_id) AS open_group
    FROM judged AS g
    INNER JOIN judged AS p ON g.claim_id = p.claim_id AND g.role = p.role
    WHERE g.actor_id LIKE 'OPEN:%' AND p.actor_id NOT LIKE 'OPEN:%'
    GROUP BY ALL
),

unmentioned AS (
    SELECT
        b.claim_id,
        b.role,
        b.ordinal,
        concat_ws(' ', v.title, v.text) AS text,
        b.name,
        trim(
            regexp_replace(
                regexp_replace(lower(strip_accents(b.name)), '\b[a-z0-9]{1,3}\b', ' ', 'g'), '[^a-z0-9]+', '|', 'g'
            ), '|'
        ) AS any_word
    FROM beside AS b
    INNER JOIN versions AS v ON b.version_id = v.version_id
    WHERE
        v.speaker IS DISTINCT FROM b.actor_id
        AND NOT exists(SELECT 1 FROM mentions AS m WHERE m.version_id = b.version_id AND m.actor_id = b.actor_id)
),

unnamed AS (
    SELECT u.claim_id, u.role, u.ordinal
    FROM unmentioned AS u
    WHERE
        NOT contains(u.text, u.name)
        AND (u.any_word = '' OR NOT regexp_matches(lower(strip_accents(u.text)), u.any_word))
)

SELECT
    concat_ws(' ', b.claim_id, b.role, b.ordinal) AS row_key,
    concat(
        b.actor_id, ' stands beside ', b.open_group,
        CASE WHEN b.has_the_same_words THEN ' with its very words' ELSE ', yet the text does not name it' END
    ) AS wrong,
    b.claim_id,
    b.version_id
FROM beside AS b
LEFT JOIN unnamed AS u ON b.claim_id = u.claim_id AND b.role = u.role AND b.ordinal = u.ordinal
WHERE b.has_the_same_words OR u.claim_id IS NOT NULL
ORDER BY row_key
