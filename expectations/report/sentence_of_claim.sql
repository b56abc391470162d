-- name: the sentence and triggers of one claim, with the text they stand in
-- grain: one row per piece of evidence
-- reads: evidence, versions, articles
-- note: $key is the claim, as a quoted literal
SELECT
    e.kind,
    e.field,
    e.start_char,
    e.end_char,
    CASE e.field WHEN 'title' THEN v.title ELSE v.text END AS text,
    v.title,
    a.canonical_url AS url
FROM evidence AS e
INNER JOIN versions AS v ON e.version_id = v.version_id
LEFT JOIN articles AS a ON v.article_id = a.article_id
WHERE e.claim_id = $key
ORDER BY e.kind, e.start_char
