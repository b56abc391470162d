-- name: the offsets of every piece of evidence give its quote back from the stored text
-- grain: one row per piece of evidence that does not
-- reads: evidence, versions, checked_versions
-- table: evidence
-- severity: critical
-- why: a claim whose sentence cannot be found in the article is no evidence at all
-- note: offsets are 0-based code points, end exclusive; substring() counts code points from 1
SELECT
    concat_ws(' ', e.claim_id, e.kind, e.field, e.start_char) AS row_key,
    concat(
        'the quote begins “', left(e.quote, 60), '”, the text at its offsets “',
        left(
            coalesce(
                substring(
                    CASE e.field WHEN 'title' THEN v.title ELSE v.text END, e.start_char + 1, e.end_char - e.start_char
                ), ''
            ), 60
        ), '”'
    ) AS wrong,
    e.claim_id,
    e.version_id
FROM evidence AS e
INNER JOIN checked_versions AS k ON e.version_id = k.version_id
INNER JOIN versions AS v ON k.version_id = v.version_id
WHERE
    substring(CASE e.field WHEN 'title' THEN v.title ELSE v.text END, e.start_char + 1, e.end_char - e.start_char)
    IS DISTINCT FROM e.quote
ORDER BY row_key
