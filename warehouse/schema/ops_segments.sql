-- ops_segments: Clusters whose claims were weighed together
-- grain: one row per cluster that shares its segment with others
CREATE TABLE ops_segments (
    cluster_id VARCHAR NOT NULL,
    segment VARCHAR NOT NULL,
    PRIMARY KEY (cluster_id)
);

COMMENT ON TABLE ops_segments IS 'Clusters whose claims were weighed together, so that one that changes has all weighed anew; one row per cluster that is not its segment''s name';
COMMENT ON COLUMN ops_segments.cluster_id IS 'Cluster';
COMMENT ON COLUMN ops_segments.segment IS 'Least claim id of the segment: claims that are like each other, directly or through others';
