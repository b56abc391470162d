-- name: rows by the month in which the text of their claim was known
-- note: a cluster bears the key of its first claim
SELECT t, coalesce(strftime(v.known_on, '%Y-%m'), 'unknown') AS month
FROM $table AS t
LEFT JOIN events AS e ON t.cluster_id = e.claim_id
LEFT JOIN versions AS v ON e.version_id = v.version_id
