-- name: rows by the month in which their text was known
SELECT t, coalesce(strftime(v.known_on, '%Y-%m'), 'unknown') AS month
FROM $table AS t
LEFT JOIN versions AS v ON t.version_id = v.version_id
