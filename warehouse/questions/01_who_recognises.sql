-- question: Who recognises X as of day D, and since when?
-- claimant: the claimant, an actor_id of v_actors
-- day: the day asked about; by default the latest night in the file
-- known: the night as of which we knew it; by default the latest
-- reads: recognition_as_of, ref_ledger_states, v_actors, v_claim_support, versions
-- note: backing is no recognition and has no row here; since_start is NULL where no text says when it began
WITH asked AS (
    SELECT
        coalesce(getvariable('claimant')::VARCHAR, 'NAME:Guaidó') AS claimant,
        coalesce(getvariable('day')::DATE, (SELECT max(v.known_on) FROM versions AS v)) AS day,
        coalesce(getvariable('known')::DATE, (SELECT max(v.known_on) FROM versions AS v)) AS known
)

SELECT
    h.recogniser_id,
    a.name AS recogniser,
    h.office,
    h.since_start,
    h.since_end,
    h.since_precision,
    q.sentence,
    q.url
FROM recognition_as_of((SELECT a.day FROM asked AS a), (SELECT a.known FROM asked AS a)) AS h
INNER JOIN asked AS k ON h.claimant_id = k.claimant
INNER JOIN ref_ledger_states AS s ON s.ledger = 'recognitions' AND h.stance = s.state AND s.ended_by IS NOT NULL
LEFT JOIN v_actors AS a ON h.recogniser_id = a.actor_id
LEFT JOIN LATERAL (
    SELECT q.sentence, q.url
    FROM v_claim_support AS q
    WHERE q.claim_id = h.since_claim_id
) AS q ON true
WHERE h.matter = 'claimant'
ORDER BY h.since_end, h.recogniser_id
