-- name: the texts of the night, without their characters
-- grain: one row per version
-- reads: night_versions
SELECT
    v.version_id,
    v.title,
    v.n_chars,
    date_diff('day', $night, v.published_date) AS days_after_night
FROM night_versions AS v
ORDER BY v.version_id
