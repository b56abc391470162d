-- participants: Who takes part in a claim, and as what
-- grain: one row per claim, role and place
CREATE TABLE participants (
    claim_id VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    actor_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    PRIMARY KEY (claim_id, role, ordinal),
    CHECK (ordinal >= 0)
);

COMMENT ON TABLE participants IS 'Who takes part in a claim, and as what; one row per claim, role and place';
COMMENT ON COLUMN participants.claim_id IS 'Claim it belongs to';
COMMENT ON COLUMN participants.role IS 'Word of ref_roles';
COMMENT ON COLUMN participants.ordinal IS 'Place within the role, from 0';
COMMENT ON COLUMN participants.actor_id IS 'Who it is';
COMMENT ON COLUMN participants.name IS 'Name as the text writes it';
