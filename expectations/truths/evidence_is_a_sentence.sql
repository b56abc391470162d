-- name: the sentence of a claim is one of the text's sentences
-- grain: one row per sentence evidence that is not
-- reads: evidence, sentences, checked_versions
-- table: evidence
-- severity: warning
-- why: evidence that is cut differently from the sentence table cannot be joined to it
SELECT
    concat_ws(' ', e.claim_id, e.field, e.start_char) AS row_key,
    concat('no sentence of the text has characters ', e.start_char, ' to ', e.end_char) AS wrong,
    e.claim_id,
    e.version_id
FROM evidence AS e
INNER JOIN checked_versions AS k ON e.version_id = k.version_id
LEFT JOIN sentences AS s
    ON e.version_id = s.version_id AND e.field = s.field AND e.start_char = s.start_char AND e.end_char = s.end_char
WHERE e.kind = 'sentence' AND s.version_id IS NULL
ORDER BY row_key
