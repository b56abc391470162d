-- name: the sides of every standing row of a ledger take part in its claim, and no row stands twice
-- grain: one row per row of a ledger of which this is not so
-- reads: recognition_changes, sanction_changes, ultimatum_changes, participants, identities, checked_versions, checked_claims
-- table: recognition_changes
-- severity: critical
-- note: a side is the participant, whom the text's name is tied to, or the name of that text alone (v_parties)
-- why: a state between two who are not in the sentence was never told by anybody
WITH standing AS (
    SELECT 'recognitions' AS ledger, c.change_id, c.claim_id, c.version_id, c.recogniser_id AS from_id, c.claimant_id AS to_id
    FROM recognition_changes AS c
    INNER JOIN checked_versions AS k ON c.version_id = k.version_id
    WHERE c.closed_on IS NULL
    UNION ALL
    SELECT 'sanctions', c.change_id, c.claim_id, c.version_id, c.sender_id, c.target_id
    FROM sanction_changes AS c
    INNER JOIN checked_versions AS k ON c.version_id = k.version_id
    WHERE c.closed_on IS NULL
    UNION ALL
    SELECT 'ultimatums', c.change_id, c.claim_id, c.version_id, c.demander_id, c.target_id
    FROM ultimatum_changes AS c
    INNER JOIN checked_versions AS k ON c.version_id = k.version_id
    WHERE c.closed_on IS NULL AND c.claim_id IS NOT NULL
),

sides AS (
    SELECT DISTINCT
        p.claim_id,
        p.role,
        unnest([p.actor_id, concat(p.actor_id, '@', e.version_id), i.identity_id]) AS identity_id
    FROM participants AS p
    INNER JOIN checked_claims AS e ON p.claim_id = e.claim_id
    LEFT JOIN identities AS i ON e.version_id = i.version_id AND p.actor_id = i.actor_id
    WHERE p.role IN ('actor', 'target')
)

SELECT
    concat_ws(' ', s.ledger, s.change_id) AS row_key,
    concat(CASE WHEN a.claim_id IS NULL THEN concat(s.from_id, ' acts') ELSE concat(s.to_id, ' is acted on') END,
        ', says the ledger and not its claim') AS wrong,
    s.claim_id,
    s.version_id
FROM standing AS s
LEFT JOIN sides AS a ON s.claim_id = a.claim_id AND a.role = 'actor' AND s.from_id = a.identity_id
LEFT JOIN sides AS t ON s.claim_id = t.claim_id AND t.role = 'target' AND s.to_id = t.identity_id
WHERE a.claim_id IS NULL OR t.claim_id IS NULL
UNION ALL
SELECT
    concat_ws(' ', s.ledger, min(s.change_id)),
    concat(count(*), ' rows of one claim and the same sides'),
    s.claim_id,
    any_value(s.version_id)
FROM standing AS s
GROUP BY s.ledger, s.claim_id, s.from_id, s.to_id
HAVING count(*) > 1
ORDER BY row_key, wrong
