-- name: what the claims of the texts that wait tell of the life of sanctions
-- grain: one row per claim, sender and target
-- note: an unnamed group sends nothing that we could follow, so it makes no row as a sender; as a target it stands for
--   the people of its own text
SELECT
    c.claim_id,
    c.version_id,
    s.identity_id AS sender_id,
    t.identity_id AS target_id,
    c.scope,
    c.about_id,
    coalesce(
        (SELECT list(m.measure ORDER BY m.measure) FROM measures AS m WHERE m.claim_id = c.claim_id), []::VARCHAR []
    ) AS measures,
    c.state,
    c.valid_earliest,
    c.valid_latest,
    c.valid_precision,
    c.is_background,
    c.published_date,
    c.known_on,
    c.ordinal,
    c.field,
    c.start_char,
    c.end_char,
    c.extractor_version
FROM ledger_claims AS c
INNER JOIN pending_parties AS s ON c.claim_id = s.claim_id AND s.role = 'actor' AND s.kind IS DISTINCT FROM 'group_open'
INNER JOIN pending_parties AS t ON c.claim_id = t.claim_id AND t.role = 'target'
WHERE c.ledger = 'sanctions' AND s.identity_id <> t.identity_id
