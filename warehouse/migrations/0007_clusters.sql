-- 0007: how sure a claim's place in its cluster is, whether it told something new, and what was weighed together
-- note: all texts wait to be clustered anew, which fills the new columns
CREATE TEMP TABLE members_before AS SELECT m.cluster_id, m.claim_id, m.rule FROM cluster_members AS m;
DROP TABLE cluster_members;
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

INSERT INTO cluster_members SELECT m.cluster_id, m.claim_id, m.rule, 1.0, '{}', false FROM members_before AS m;
DROP TABLE members_before;

CREATE TABLE ops_segments (
    cluster_id VARCHAR NOT NULL,
    segment VARCHAR NOT NULL,
    PRIMARY KEY (cluster_id)
);

COMMENT ON TABLE ops_segments IS 'Clusters whose claims were weighed together, so that one that changes has all weighed anew; one row per cluster that is not its segment''s name';
COMMENT ON COLUMN ops_segments.cluster_id IS 'Cluster';
COMMENT ON COLUMN ops_segments.segment IS 'Least claim id of the segment: claims that are like each other, directly or through others';

INSERT INTO ops_pending SELECT v.version_id FROM versions AS v ON CONFLICT DO NOTHING;
