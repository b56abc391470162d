-- question: Who were the members of group G on day D, and who diverges from its line on a claimant?
-- body: the group
-- claimant: the claimant
-- day: the day asked about; by default the latest night in the file
-- known: the night as of which we knew it; by default the latest
-- reads: v_members, recognition_as_of, v_actors, versions
-- note: the line of the group is its own stance, never one made up of its members'; diverges is NULL where either is
--   unknown
WITH asked AS (
    SELECT
        coalesce(getvariable('body')::VARCHAR, 'EU') AS body,
        coalesce(getvariable('claimant')::VARCHAR, 'NAME:Guaidó') AS claimant,
        coalesce(getvariable('day')::DATE, (SELECT max(v.known_on) FROM versions AS v)) AS day,
        coalesce(getvariable('known')::DATE, (SELECT max(v.known_on) FROM versions AS v)) AS known
),

stances AS (
    SELECT h.recogniser_id, h.stance
    FROM recognition_as_of((SELECT a.day FROM asked AS a), (SELECT a.known FROM asked AS a)) AS h
    INNER JOIN asked AS k ON h.claimant_id = k.claimant
    WHERE h.matter = 'claimant'
)

SELECT
    m.member_id,
    a.name AS member,
    s.stance,
    g.stance AS group_stance,
    s.stance <> g.stance AS diverges
FROM v_members AS m
INNER JOIN asked AS k
    ON
        m.group_id = k.body
        AND (m.valid_from IS NULL OR m.valid_from <= k.day)
        AND (m.valid_to IS NULL OR k.day < m.valid_to)
LEFT JOIN v_actors AS a ON m.member_id = a.actor_id
LEFT JOIN stances AS s ON m.member_id = s.recogniser_id
LEFT JOIN stances AS g ON k.body = g.recogniser_id
ORDER BY m.member_id
