-- name: the texts of the night, without their characters
-- grain: one row per version
-- reads: night_versions, versions
SELECT
    v.version_id,
    v.title,
    v.n_chars,
    v.published_date,
    v.known_on,
    t.raw_sha256,
    date_diff('day', $night, v.published_date) AS days_after_night
FROM night_versions AS v
INNER JOIN versions AS t ON v.version_id = t.version_id
ORDER BY v.version_id
