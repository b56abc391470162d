-- name: the sentences of a text follow one another
-- grain: one row per sentence that begins before the one before it ends
-- reads: sentences, checked_versions
-- table: sentences
-- severity: critical
-- why: characters that belong to two sentences are read twice, and a claim is told of either
WITH placed AS (
    SELECT
        s.version_id,
        s.field,
        s.sentence_no,
        s.start_char,
        lag(s.end_char) OVER (PARTITION BY s.version_id, s.field ORDER BY s.sentence_no) AS ended
    FROM sentences AS s
    INNER JOIN checked_versions AS v ON s.version_id = v.version_id
)

SELECT
    concat_ws(' ', p.version_id, p.field, p.sentence_no) AS row_key,
    concat('it begins at ', p.start_char, ', the one before it ends at ', p.ended) AS wrong,
    NULL AS claim_id,
    p.version_id
FROM placed AS p
WHERE p.start_char < p.ended
ORDER BY row_key
