-- name: the conditions of the night's claims, with the days from publication to deadline
-- grain: one row per claim and start of the condition
-- reads: conditions, events, night_versions
SELECT
    c.claim_id,
    c.start_char,
    c.end_char,
    c.text,
    date_diff('day', v.published_date, c.deadline) AS days_to_deadline
FROM conditions AS c
INNER JOIN events AS e ON c.claim_id = e.claim_id
INNER JOIN night_versions AS v ON e.version_id = v.version_id
ORDER BY c.claim_id, c.start_char
