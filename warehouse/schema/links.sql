-- links: What claims of one version have to do with each other
-- grain: one row per claim and place among its links
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
