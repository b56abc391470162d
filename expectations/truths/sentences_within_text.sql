-- name: every sentence lies within the text or title it is said to stand in
-- grain: one row per sentence that does not
-- reads: sentences, versions, checked_versions
-- table: sentences
-- severity: critical
-- note: that it starts at 0 or later and ends after its start is the schema's rule
-- why: a sentence that reaches past its text was cut from another text
SELECT
    concat_ws(' ', s.version_id, s.field, s.sentence_no) AS row_key,
    concat('characters ', s.start_char, ' to ', s.end_char, ' of ',
        coalesce(length(CASE s.field WHEN 'title' THEN v.title ELSE v.text END), 0)) AS wrong,
    NULL AS claim_id,
    s.version_id
FROM sentences AS s
INNER JOIN checked_versions AS k ON s.version_id = k.version_id
INNER JOIN versions AS v ON k.version_id = v.version_id
WHERE
    s.end_char > coalesce(length(CASE s.field WHEN 'title' THEN v.title ELSE v.text END), 0)
ORDER BY row_key
