-- name: texts in which names are looked for, of these ids
-- grain: one row per text
SELECT v.version_id, v.text, v.published_date
FROM versions AS v
WHERE v.version_id IN (SELECT unnest(?))
