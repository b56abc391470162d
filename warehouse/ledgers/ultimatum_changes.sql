-- name: ultimatums that the claims of the texts that wait make, and what their notices say became of one
-- grain: one row per claim, demander and target, or per notice, setter and addressee
-- note: of a notice that tells only one side the other is NULL; who is merely named in its clause may be either, and
--   stands as the target. A notice is no claim: it leads to its sentence by its text and offsets
WITH sides AS (
    SELECT
        a.version_id,
        a.ordinal,
        a.role,
        coalesce(i.identity_id, a.actor_id) AS identity_id
    FROM clock_notice_actors AS a
    INNER JOIN opened AS o ON a.version_id = o.version_id
    LEFT JOIN identities AS i ON a.version_id = i.version_id AND a.actor_id = i.actor_id
)

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
WHERE c.ledger = 'ultimatums'
UNION ALL BY NAME
SELECT
    NULL AS claim_id,
    n.version_id,
    s.identity_id AS demander_id,
    t.identity_id AS target_id,
    NULL AS demand,
    n.new_deadline AS deadline,
    n.outcome AS state,
    CASE WHEN n.day_start <= v.published_date THEN n.day_start END AS valid_earliest,
    least(coalesce(n.day_end, v.published_date), v.published_date) AS valid_latest,
    n.day_precision AS valid_precision,
    n.day_start IS NULL AS is_background,
    v.published_date,
    o.known_on,
    n.ordinal,
    n.field,
    n.start_char,
    n.end_char,
    $extractor_version AS extractor_version
FROM clock_notices AS n
INNER JOIN opened AS o ON n.version_id = o.version_id
INNER JOIN versions AS v ON n.version_id = v.version_id
LEFT JOIN sides AS s ON n.version_id = s.version_id AND n.ordinal = s.ordinal AND s.role = 'setter'
LEFT JOIN sides AS t ON n.version_id = t.version_id AND n.ordinal = t.ordinal AND t.role <> 'setter'
WHERE s.identity_id IS NOT NULL OR t.identity_id IS NOT NULL
