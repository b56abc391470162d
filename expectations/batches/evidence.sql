-- name: the places in the night's texts that say so
-- grain: one row per claim, kind, field and start
-- reads: evidence, night_versions
SELECT
    e.claim_id,
    e.kind,
    e.field,
    e.start_char,
    e.end_char,
    e.version_id,
    length(e.quote) AS n_chars
FROM evidence AS e
INNER JOIN night_versions AS v ON e.version_id = v.version_id
ORDER BY e.claim_id, e.kind, e.field, e.start_char
