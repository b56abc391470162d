-- question: Who called for sanctions that are not, or not yet, imposed?
-- day: the day asked about; by default the latest night in the file
-- known: the night as of which we knew it; by default the latest
-- reads: sanction_steps, sanctions_as_of, v_parties, v_claim_support, versions
-- note: the proposer is NULL where the text does not say who urges it
WITH asked AS (
    SELECT
        coalesce(getvariable('day')::DATE, (SELECT max(v.known_on) FROM versions AS v)) AS day,
        coalesce(getvariable('known')::DATE, (SELECT max(v.known_on) FROM versions AS v)) AS known
)

SELECT
    p.identity_id AS proposer_id,
    s.sender_id,
    s.target_id,
    s.valid_latest AS called_for_on,
    q.sentence
FROM sanction_steps((SELECT a.known FROM asked AS a)) AS s
INNER JOIN sanctions_as_of((SELECT a.day FROM asked AS a), (SELECT a.known FROM asked AS a)) AS n ON s.episode_id = n.episode_id AND n.in_force IS NULL
LEFT JOIN LATERAL (
    SELECT q.identity_id
    FROM v_parties AS q
    WHERE q.claim_id = s.claim_id AND q.role = 'proposer'
) AS p ON true
LEFT JOIN LATERAL (
    SELECT q.sentence
    FROM v_claim_support AS q
    WHERE q.claim_id = s.claim_id
) AS q ON true
WHERE s.state = 'called_for' AND s.valid_latest <= (SELECT a.day FROM asked AS a)
ORDER BY called_for_on, proposer_id, s.sender_id, s.target_id
