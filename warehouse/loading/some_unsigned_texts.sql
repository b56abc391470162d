-- name: some of the texts without a signature, the first number and one past the last bound
-- grain: one row per version
SELECT u.version_id, v.text
FROM unsigned_texts AS u
INNER JOIN versions AS v ON u.version_id = v.version_id
WHERE u.number >= ? AND u.number < ?
ORDER BY u.number
