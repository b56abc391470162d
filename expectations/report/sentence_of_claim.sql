-- name: the sentence and triggers of some claims, with the text they stand in
-- grain: one row per piece of evidence
-- reads: evidence, versions, articles
-- note: $keys are the claims, as quoted literals; `text` is NULL in a published file, where `quote` tells the words
SELECT
    e.claim_id,
    e.kind,
    e.field,
    e.start_char,
    e.end_char,
    e.quote,
    CASE e.field WHEN 'title' THEN v.title ELSE v.text END AS text,
    v.title,
    a.canonical_url AS url
FROM evidence AS e
INNER JOIN versions AS v ON e.version_id = v.version_id
LEFT JOIN articles AS a ON v.article_id = a.article_id
WHERE e.claim_id IN ($keys)
ORDER BY e.claim_id, e.kind, e.start_char
