-- name: the sentences of a text follow one another, and none begins or ends within a word
-- grain: one row per sentence of which this is not so
-- reads: sentences, versions, checked_versions
-- table: sentences
-- severity: critical
-- why: characters of two sentences are read twice, and a sentence cut within a word was cut from another text
-- note: between sentences may stand what is none, such as "BRUSSELS -" or "(Applause.)"
WITH placed AS (
    SELECT
        s.*,
        CASE s.field WHEN 'title' THEN v.title ELSE v.text END AS written,
        lag(s.end_char) OVER (PARTITION BY s.version_id, s.field ORDER BY s.sentence_no) AS ended
    FROM sentences AS s
    INNER JOIN checked_versions AS k ON s.version_id = k.version_id
    INNER JOIN versions AS v ON k.version_id = v.version_id
)

SELECT
    concat_ws(' ', p.version_id, p.field, p.sentence_no) AS row_key,
    CASE
        WHEN p.start_char < p.ended
            THEN concat('it begins at ', p.start_char, ', the one before it ends at ', p.ended)
        ELSE concat('characters ', p.start_char, ' to ', p.end_char, ' cut a word')
    END AS wrong,
    NULL AS claim_id,
    p.version_id
FROM placed AS p
WHERE
    p.start_char < p.ended
    OR (p.start_char > 0 AND regexp_full_match(substring(p.written, p.start_char, 2), '[\pL\pN]{2}'))
    OR regexp_full_match(substring(p.written, p.end_char, 2), '[\pL\pN]{2}')
ORDER BY row_key
