-- name: what the claims of the texts that wait tell of who recognises whom
-- grain: one row per claim, recogniser and claimant
-- note: an unnamed group recognises nobody whom we could name, so it makes no row as a recogniser
SELECT
    c.claim_id,
    c.version_id,
    s.identity_id AS recogniser_id,
    t.identity_id AS claimant_id,
    c.matter,
    c.office,
    c.about_id,
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
WHERE c.ledger = 'recognitions' AND s.identity_id <> t.identity_id
