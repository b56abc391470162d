-- 0002: links between the claims of one version, and the kinds of them
-- note: texts that were loaded before have none until they are extracted again
CREATE TABLE links (
    claim_id VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    to_claim_id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    PRIMARY KEY (claim_id, ordinal),
    CHECK (ordinal >= 1),
    CHECK (to_claim_id <> claim_id)
);

COMMENT ON TABLE links IS 'What claims of one version have to do with each other; one row per claim and place among its links';
COMMENT ON COLUMN links.claim_id IS 'Claim that answers, denies, follows or repeats';
COMMENT ON COLUMN links.ordinal IS 'Place among the claim''s links, from 1';
COMMENT ON COLUMN links.to_claim_id IS 'Claim of the same version that it leads to';
COMMENT ON COLUMN links.kind IS 'Word of ref_link_kinds';

CREATE TABLE ref_link_kinds (
    kind VARCHAR NOT NULL,
    definition VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    PRIMARY KEY (kind)
);

COMMENT ON TABLE ref_link_kinds IS 'What one claim has to do with another; one row per word';
COMMENT ON COLUMN ref_link_kinds.kind IS 'The word';
COMMENT ON COLUMN ref_link_kinds.definition IS 'What it means';
COMMENT ON COLUMN ref_link_kinds.source IS 'Where the row is from';
