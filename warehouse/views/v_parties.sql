-- name: who takes part in each claim, and who that is across texts
-- grain: one row per claim, role and place
-- reads: participants, events, identities, actors
-- note: a state, a body or any other actor of the seeds is the same in every text; a name is whom identities ties it
--   to; a name without a tie and an unnamed group are of their text alone, so they bear its key and meet nobody else's
CREATE VIEW v_parties AS
SELECT
    p.claim_id,
    e.version_id,
    p.role,
    p.ordinal,
    p.actor_id,
    CASE
        WHEN i.identity_id IS NOT NULL THEN i.identity_id
        WHEN p.actor_id LIKE 'OPEN:%' OR (p.actor_id LIKE 'NAME:%' AND a.kind = 'named')
            THEN p.actor_id || '@' || e.version_id
        ELSE p.actor_id
    END AS identity_id,
    i.identity_id IS NULL
    AND (p.actor_id LIKE 'OPEN:%' OR (p.actor_id LIKE 'NAME:%' AND coalesce(a.kind, 'named') = 'named')) AS is_open,
    p.name,
    a.kind,
    i.score,
    i.rule
FROM participants AS p
INNER JOIN events AS e ON p.claim_id = e.claim_id
LEFT JOIN actors AS a ON p.actor_id = a.actor_id
LEFT JOIN identities AS i ON e.version_id = i.version_id AND p.actor_id = i.actor_id;

COMMENT ON VIEW v_parties IS 'Who takes part in each claim, and who that is across texts; one row per claim, role and place';
COMMENT ON COLUMN v_parties.claim_id IS 'Claim';
COMMENT ON COLUMN v_parties.version_id IS 'Text that tells it';
COMMENT ON COLUMN v_parties.role IS 'Word of ref_roles';
COMMENT ON COLUMN v_parties.ordinal IS 'Place within the role, from 0';
COMMENT ON COLUMN v_parties.actor_id IS 'Actor as the text names it: the identifier of the annotation guide';
COMMENT ON COLUMN v_parties.identity_id IS 'Who it is across texts; of an open one the actor_id, @ and the text';
COMMENT ON COLUMN v_parties.is_open IS 'Whether it is of its text alone: an unnamed group, or a name that is tied to nobody';
COMMENT ON COLUMN v_parties.name IS 'Name as the text writes it';
COMMENT ON COLUMN v_parties.kind IS 'What it is, such as state, body, person or group_open';
COMMENT ON COLUMN v_parties.score IS 'How sure the tie is, 0 to 1; NULL where none was needed or made';
COMMENT ON COLUMN v_parties.rule IS 'Rule that tied it; NULL likewise';
