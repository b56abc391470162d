-- cluster_members: Which real event a claim tells of
-- grain: one row per claim
CREATE TABLE cluster_members (
    cluster_id VARCHAR NOT NULL,
    claim_id VARCHAR NOT NULL,
    rule VARCHAR NOT NULL,
    PRIMARY KEY (claim_id)
);

COMMENT ON TABLE cluster_members IS 'Which real event a claim tells of; one row per claim';
COMMENT ON COLUMN cluster_members.cluster_id IS 'Real event';
COMMENT ON COLUMN cluster_members.claim_id IS 'Claim';
COMMENT ON COLUMN cluster_members.rule IS 'Rule that put it there';
