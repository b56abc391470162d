-- name: the places where the night's texts name an actor
-- grain: one row per version, field, start and actor
-- reads: mentions, night_versions
SELECT
    m.version_id,
    m.field,
    m.start_char,
    m.end_char,
    m.actor_id,
    m.surface,
    m.method,
    length(m.surface) AS n_chars
FROM mentions AS m
INNER JOIN night_versions AS v ON m.version_id = v.version_id
ORDER BY m.version_id, m.field, m.start_char, m.actor_id
