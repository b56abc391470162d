-- name: every claim has a trigger, and every trigger stands within the claim's sentence
-- grain: one row per claim without a trigger, and one per trigger that stands elsewhere
-- reads: events, evidence
-- table: evidence
-- severity: critical
-- why: the word that gave the claim away must be in the sentence a reader is shown
-- note: a claim without a sentence is left to one_sentence_a_claim
SELECT
    e.claim_id AS row_key,
    'has no trigger' AS wrong,
    e.claim_id,
    e.version_id
FROM events AS e
WHERE NOT exists(SELECT 1 FROM evidence AS t WHERE t.claim_id = e.claim_id AND t.kind = 'trigger')
UNION ALL
SELECT
    t.claim_id,
    concat('the trigger “', t.quote, '” at ', t.field, ' ', t.start_char, ' is outside its sentence'),
    t.claim_id,
    t.version_id
FROM evidence AS t
WHERE
    t.kind = 'trigger'
    AND exists(SELECT 1 FROM evidence AS s WHERE s.claim_id = t.claim_id AND s.kind = 'sentence')
    AND NOT exists(
        SELECT 1
        FROM evidence AS s
        WHERE
            s.claim_id = t.claim_id
            AND s.kind = 'sentence'
            AND s.version_id = t.version_id
            AND s.field = t.field
            AND s.start_char <= t.start_char
            AND s.end_char >= t.end_char
    )
ORDER BY row_key, wrong
