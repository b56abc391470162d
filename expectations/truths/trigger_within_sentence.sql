-- name: every claim has a trigger, and every trigger stands within the claim's sentence
-- grain: one row per claim without a trigger, and one per trigger that stands elsewhere
-- reads: evidence, checked_claims
-- table: evidence
-- severity: critical
-- why: the word that gave the claim away must be in the sentence a reader is shown
-- note: a claim without a sentence is left to one_sentence_a_claim
WITH proofs AS (
    SELECT v.*
    FROM evidence AS v
    WHERE v.claim_id IN (SELECT e.claim_id FROM checked_claims AS e)
)

SELECT
    e.claim_id AS row_key,
    'has no trigger' AS wrong,
    e.claim_id,
    e.version_id
FROM checked_claims AS e
WHERE NOT exists(SELECT 1 FROM proofs AS t WHERE t.claim_id = e.claim_id AND t.kind = 'trigger')
UNION ALL
SELECT
    t.claim_id,
    concat('the trigger “', t.quote, '” at ', t.field, ' ', t.start_char, ' is outside its sentence'),
    t.claim_id,
    t.version_id
FROM proofs AS t
INNER JOIN proofs AS s ON t.claim_id = s.claim_id AND s.kind = 'sentence'
WHERE t.kind = 'trigger'
GROUP BY t.claim_id, t.quote, t.field, t.start_char, t.end_char, t.version_id
HAVING
    NOT bool_or(
        s.version_id = t.version_id
        AND s.field = t.field
        AND s.start_char <= t.start_char
        AND s.end_char >= t.end_char
    )
ORDER BY row_key, wrong
