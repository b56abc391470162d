-- name: every claim is the one that its key was made of
-- grain: one row per claim that is not
-- reads: evidence, checked_claims
-- table: events
-- severity: critical
-- why: a claim under another's key, of another type or from another sentence cannot be found again, nor corrected
-- note: a claim's key is the first 16 hex digits of the SHA-256 of text, type, place of the sentence and its number among
--   those of that sentence (transforms/claims.py); a claim without a sentence is left to one_sentence_a_claim
SELECT
    e.claim_id AS row_key,
    concat('its ', e.type, ' number ', e.ordinal, ' at ', s.field, ' ', s.start_char, ' has another key') AS wrong,
    e.claim_id,
    e.version_id
FROM checked_claims AS e
INNER JOIN evidence AS s ON e.claim_id = s.claim_id AND s.kind = 'sentence'
WHERE
    left(
        sha256(concat_ws(chr(10), e.version_id, e.type, s.field, s.start_char, s.end_char, e.ordinal)), 16
    ) IS DISTINCT FROM e.claim_id
ORDER BY row_key
