-- name: the sentences of the night's texts
-- grain: one row per version, field and sentence number
-- reads: sentences, night_versions
SELECT
    s.version_id,
    s.field,
    s.sentence_no,
    s.end_char - s.start_char AS n_chars
FROM sentences AS s
INNER JOIN night_versions AS v ON s.version_id = v.version_id
ORDER BY s.version_id, s.field, s.sentence_no
