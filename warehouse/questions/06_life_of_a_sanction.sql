-- question: What was the life of one sanction, from called for to lifted?
-- sender: the sender
-- target: the target
-- known: the night as of which we knew it; by default the latest
-- reads: sanction_steps, v_claim_clusters, v_claim_support, versions
WITH asked AS (
    SELECT
        coalesce(getvariable('sender')::VARCHAR, 'USA') AS sender,
        coalesce(getvariable('target')::VARCHAR, 'NAME:PDVSA') AS target,
        coalesce(getvariable('known')::DATE, (SELECT max(v.known_on) FROM versions AS v)) AS known
)

SELECT
    s.episode,
    s.state,
    s.in_force,
    min(s.valid_earliest) AS on_or_after,
    min(s.valid_latest) AS on_or_before,
    arg_min(s.valid_precision, s.turn) AS precision,
    count(*) AS n_claims,
    arg_min(q.sentence, s.turn) AS sentence
FROM sanction_steps((SELECT a.known FROM asked AS a)) AS s
INNER JOIN asked AS k ON s.sender_id = k.sender AND s.target_id = k.target
LEFT JOIN v_claim_clusters AS c ON s.claim_id = c.claim_id
LEFT JOIN LATERAL (
    SELECT q.sentence
    FROM v_claim_support AS q
    WHERE q.claim_id = s.claim_id
) AS q ON true
GROUP BY s.episode, s.state, s.in_force, c.cluster_id
ORDER BY s.episode, on_or_before, s.state
