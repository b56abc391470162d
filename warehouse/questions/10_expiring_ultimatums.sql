-- question: Which ultimatums expire in the next seven days, and on whom?
-- day: the day asked about; by default the latest night in the file
-- known: the night as of which we knew it; by default the latest
-- reads: ultimatums_as_of, v_claim_support, versions
WITH asked AS (
    SELECT
        coalesce(getvariable('day')::DATE, (SELECT max(v.known_on) FROM versions AS v)) AS day,
        coalesce(getvariable('known')::DATE, (SELECT max(v.known_on) FROM versions AS v)) AS known
)

SELECT u.demander_id, u.target_id, u.demand, u.deadline, u.state, q.sentence, q.url
FROM ultimatums_as_of((SELECT a.day FROM asked AS a), (SELECT a.known FROM asked AS a)) AS u
INNER JOIN asked AS a ON u.deadline BETWEEN a.day AND a.day + 7
LEFT JOIN LATERAL (
    SELECT q.sentence, q.url
    FROM v_claim_support AS q
    WHERE q.claim_id = u.claim_id
) AS q ON true
WHERE u.state = 'open'
ORDER BY u.deadline, u.demander_id, u.target_id
