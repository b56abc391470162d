-- name: the offsets of every condition give its words back from the text or the title
-- grain: one row per condition that does not
-- reads: conditions, versions, checked_claims
-- table: conditions
-- severity: critical
-- why: a condition must be the text's own words, never ours
SELECT
    concat_ws(' ', c.claim_id, c.start_char) AS row_key,
    concat('the condition reads “', left(c.text, 60), '”, the text at its offsets does not') AS wrong,
    c.claim_id,
    e.version_id
FROM conditions AS c
INNER JOIN checked_claims AS e ON c.claim_id = e.claim_id
INNER JOIN versions AS v ON e.version_id = v.version_id
WHERE
    substring(v.text, c.start_char + 1, c.end_char - c.start_char) IS DISTINCT FROM c.text
    AND substring(v.title, c.start_char + 1, c.end_char - c.start_char) IS DISTINCT FROM c.text
ORDER BY row_key
