-- name: what one text asserts and another, or the same, denies
-- grain: one row per act, actor and target that is both asserted and denied
-- reads: v_events, v_parties
-- note: the same action of the same actor on the same target, once told as actual and once as negated, published
--   within 90 days of each other. Both are told side by side; which is right is not decided here
-- stored: what is published holds its rows, made each night
CREATE VIEW v_contradictions AS
WITH told AS (
    SELECT
        e.claim_id,
        e.type,
        e.action,
        e.status_group,
        e.published_date,
        e.sentence,
        a.identity_id AS actor_id,
        t.identity_id AS target_id
    FROM v_events AS e
    INNER JOIN v_parties AS a ON e.claim_id = a.claim_id AND a.role = 'actor' AND NOT a.is_open
    LEFT JOIN v_parties AS t ON e.claim_id = t.claim_id AND t.role = 'target' AND NOT t.is_open
    WHERE e.status_group IN ('actual', 'negated')
)

SELECT
    y.type,
    y.action,
    y.actor_id,
    y.target_id,
    y.claim_id AS asserted_claim_id,
    y.published_date AS asserted_on,
    y.sentence AS asserted_sentence,
    n.claim_id AS denied_claim_id,
    n.published_date AS denied_on,
    n.sentence AS denied_sentence
FROM told AS y
INNER JOIN told AS n
    ON
        y.type = n.type
        AND y.action = n.action
        AND y.actor_id = n.actor_id
        AND y.target_id IS NOT DISTINCT FROM n.target_id
        AND abs(y.published_date - n.published_date) <= 90
WHERE y.status_group = 'actual' AND n.status_group = 'negated';

COMMENT ON VIEW v_contradictions IS 'What one text asserts and another, or the same, denies; one row per act, actor and target that is both asserted and denied';
COMMENT ON COLUMN v_contradictions.type IS 'Word of ref_types';
COMMENT ON COLUMN v_contradictions.action IS 'Word of ref_actions';
COMMENT ON COLUMN v_contradictions.actor_id IS 'Who is said to have acted, as v_parties.identity_id';
COMMENT ON COLUMN v_contradictions.target_id IS 'At whom it was aimed; NULL where neither text names anybody';
COMMENT ON COLUMN v_contradictions.asserted_claim_id IS 'Claim that asserts it';
COMMENT ON COLUMN v_contradictions.asserted_on IS 'Calendar day on which that text was published';
COMMENT ON COLUMN v_contradictions.asserted_sentence IS 'Its sentence';
COMMENT ON COLUMN v_contradictions.denied_claim_id IS 'Claim that denies it';
COMMENT ON COLUMN v_contradictions.denied_on IS 'Calendar day on which that text was published';
COMMENT ON COLUMN v_contradictions.denied_sentence IS 'Its sentence';
