-- cluster_members: Which real event a claim tells of
-- grain: one row per claim
CREATE TABLE cluster_members (
    cluster_id VARCHAR NOT NULL,
    claim_id VARCHAR NOT NULL,
    rule VARCHAR NOT NULL,
    score DOUBLE NOT NULL,
    parts VARCHAR NOT NULL,
    is_new_information BOOLEAN NOT NULL,
    PRIMARY KEY (claim_id),
    CHECK (score >= 0 AND score <= 1)
);

COMMENT ON TABLE cluster_members IS 'Which real event a claim tells of; one row per claim';
COMMENT ON COLUMN cluster_members.cluster_id IS 'Real event';
COMMENT ON COLUMN cluster_members.claim_id IS 'Claim';
COMMENT ON COLUMN cluster_members.rule IS 'Rule that put it there';
COMMENT ON COLUMN cluster_members.score IS 'How like the claim that the cluster began with it is, 0 to 1; 1 for that claim itself, a copy, and what people put together';
COMMENT ON COLUMN cluster_members.parts IS 'JSON object of the parts of the score (actors, targets, date, gap, details), each 0 to 1 before it is weighed; empty where nothing was weighed';
COMMENT ON COLUMN cluster_members.is_new_information IS 'Whether it tells a named participant, measure, quantity, deadline or more precise date that no claim of the event known earlier told; the first does, a copy never';
