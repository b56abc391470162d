-- name: the claims that are judged: those of the texts that are
-- grain: one row per claim
-- reads: events, checked_versions
SELECT e.*
FROM events AS e
WHERE e.version_id IN (SELECT v.version_id FROM checked_versions AS v)
