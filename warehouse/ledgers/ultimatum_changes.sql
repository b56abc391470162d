-- name: ultimatums that the claims of the texts that wait make
-- grain: one row per claim, demander and target
SELECT
    c.claim_id,
    c.version_id,
    s.identity_id AS demander_id,
    t.identity_id AS target_id,
    k.text AS demand,
    k.deadline,
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
INNER JOIN pending_parties AS s ON c.claim_id = s.claim_id AND s.role = 'actor'
INNER JOIN pending_parties AS t ON c.claim_id = t.claim_id AND t.role = 'target'
LEFT JOIN (
    SELECT n.claim_id, n.text, n.deadline
    FROM conditions AS n
    QUALIFY row_number() OVER (PARTITION BY n.claim_id ORDER BY n.deadline NULLS LAST, n.start_char, n.end_char) = 1
) AS k ON c.claim_id = k.claim_id
WHERE c.ledger = 'ultimatum'
