-- question: Which international sanctions are in force by sender and target as of day D?
-- day: the day asked about; by default the latest night in the file
-- known: the night as of which we knew it; by default the latest
-- reads: sanctions_as_of, v_claim_support, versions
WITH asked AS (
    SELECT
        coalesce(getvariable('day')::DATE, (SELECT max(v.known_on) FROM versions AS v)) AS day,
        coalesce(getvariable('known')::DATE, (SELECT max(v.known_on) FROM versions AS v)) AS known
)

SELECT
    s.sender_id,
    s.target_id,
    s.about_id,
    s.state,
    s.measures,
    s.since_start,
    s.since_end,
    q.sentence,
    q.url
FROM sanctions_as_of((SELECT a.day FROM asked AS a), (SELECT a.known FROM asked AS a)) AS s
LEFT JOIN LATERAL (
    SELECT q.sentence, q.url
    FROM v_claim_support AS q
    WHERE q.claim_id = s.claim_id
) AS q ON true
WHERE s.in_force AND s.scope = 'international'
ORDER BY s.sender_id, s.target_id, s.episode
