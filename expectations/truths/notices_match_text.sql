-- name: the offsets of every notice of a deadline give its sentence back, and whom it names are actors
-- grain: one row per notice, or per actor of a notice, of which this is not so
-- reads: clock_notices, clock_notice_actors, versions, actors, checked_versions
-- table: clock_notices
-- severity: critical
-- why: an ultimatum would be told as met or lapsed by a sentence that nobody wrote
SELECT
    concat_ws(' ', n.version_id, n.ordinal) AS row_key,
    concat('the notice begins “', left(n.quote, 60), '”, the text at its offsets does not') AS wrong,
    NULL AS claim_id,
    n.version_id
FROM clock_notices AS n
INNER JOIN checked_versions AS k ON n.version_id = k.version_id
LEFT JOIN versions AS v ON n.version_id = v.version_id
WHERE
    substring(CASE n.field WHEN 'title' THEN v.title ELSE v.text END, n.start_char + 1, n.end_char - n.start_char)
    IS DISTINCT FROM n.quote
UNION ALL
SELECT
    concat_ws(' ', a.version_id, a.ordinal, a.actor_id),
    CASE WHEN n.version_id IS NULL THEN 'its notice is missing' ELSE concat(a.actor_id, ' is not in actors') END,
    NULL,
    a.version_id
FROM clock_notice_actors AS a
LEFT JOIN clock_notices AS n ON a.version_id = n.version_id AND a.ordinal = n.ordinal
LEFT JOIN actors AS k ON a.actor_id = k.actor_id
WHERE n.version_id IS NULL OR k.actor_id IS NULL
ORDER BY row_key, wrong
