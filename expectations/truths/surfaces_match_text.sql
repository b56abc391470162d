-- name: the offsets of every mention give its surface back from the stored text
-- grain: one row per mention that does not
-- reads: mentions, versions, checked_versions
-- table: mentions
-- severity: critical
-- why: a mention that the text does not hold names an actor whom the text does not name
SELECT
    concat_ws(' ', m.version_id, m.field, m.start_char, m.actor_id) AS row_key,
    concat('the surface reads “', left(m.surface, 60), '”, the text at its offsets does not') AS wrong,
    NULL AS claim_id,
    m.version_id
FROM mentions AS m
INNER JOIN checked_versions AS k ON m.version_id = k.version_id
INNER JOIN versions AS v ON k.version_id = v.version_id
WHERE
    substring(CASE m.field WHEN 'title' THEN v.title ELSE v.text END, m.start_char + 1, m.end_char - m.start_char)
    IS DISTINCT FROM m.surface
ORDER BY row_key
