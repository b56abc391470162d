-- name: the text names every participant (a mention, or the name itself), or is spoken by them
-- grain: one row per participant of whom neither holds
-- reads: participants, events, versions, mentions
-- table: participants
-- severity: warning
-- why: never more than the text says: a party that is named nowhere was inferred
-- note: open groups are words of the text and need no mention; accents, case and the shape of apostrophes are no matter
WITH unmentioned AS (
    SELECT
        p.claim_id,
        p.role,
        p.ordinal,
        p.actor_id,
        p.name,
        e.version_id,
        concat_ws(' ', v.title, v.text) AS text
    FROM participants AS p
    INNER JOIN events AS e ON p.claim_id = e.claim_id
    INNER JOIN versions AS v ON e.version_id = v.version_id
    WHERE
        p.actor_id NOT LIKE 'OPEN:%'
        AND v.speaker IS DISTINCT FROM p.actor_id
        AND NOT exists(SELECT 1 FROM mentions AS m WHERE m.version_id = e.version_id AND m.actor_id = p.actor_id)
)

SELECT
    concat_ws(' ', u.claim_id, u.role, u.ordinal) AS row_key,
    concat(u.actor_id, ' takes part, yet the text does not name it') AS wrong,
    u.claim_id,
    u.version_id
FROM unmentioned AS u
WHERE
    NOT contains(
        replace(lower(strip_accents(u.text)), '’', chr(39)), replace(lower(strip_accents(u.name)), '’', chr(39))
    )
ORDER BY row_key
