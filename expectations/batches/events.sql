-- name: the claims of the night's texts
-- grain: one row per claim
-- reads: events, night_versions
SELECT
    e.claim_id,
    e.version_id,
    e.type,
    e.action,
    e.status,
    e.status_rule,
    e.scope,
    e.date_precision,
    e.date_rule,
    e.attribution_mode,
    e.office,
    e.mode,
    e.confidence,
    e.extractor_version
FROM events AS e
INNER JOIN night_versions AS v ON e.version_id = v.version_id
ORDER BY e.claim_id
