-- name: where states and bodies stood on the claimants of one state, as known on a night
-- grain: one row per recogniser and claimant, where the recogniser told of a stance on any of the claimants
-- reads: recognition_as_of, v_actors
-- note: claimants are whoever anybody took a stance on concerning that state. A pair of which nothing is known has a row
--   without a stance, so the matrix has no holes: PIVOT stance_matrix(…) ON claimant_name USING first(stance)
CREATE MACRO stance_matrix(state_id, day, known) AS TABLE -- noqa: CP05
WITH told AS (
    SELECT h.recogniser_id, h.claimant_id, h.stance, h.since_start, h.since_end, h.since_precision, h.claim_id
    FROM recognition_as_of(day, known) AS h
    WHERE h.about_id = state_id AND h.matter = 'claimant'
),

pairs AS (
    SELECT r.recogniser_id, c.claimant_id
    FROM (SELECT DISTINCT t.recogniser_id FROM told AS t) AS r
    CROSS JOIN (SELECT DISTINCT t.claimant_id FROM told AS t) AS c
)

SELECT
    p.recogniser_id,
    shown_name(a.name, p.recogniser_id) AS recogniser_name,
    p.claimant_id,
    shown_name(b.name, p.claimant_id) AS claimant_name,
    t.stance,
    t.since_start,
    t.since_end,
    t.since_precision,
    t.claim_id
FROM pairs AS p
LEFT JOIN told AS t ON p.recogniser_id = t.recogniser_id AND p.claimant_id = t.claimant_id
LEFT JOIN v_actors AS a ON p.recogniser_id = a.actor_id
LEFT JOIN v_actors AS b ON p.claimant_id = b.actor_id
