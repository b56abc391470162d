-- clusters: Real events, each told by one claim or many
-- grain: one row per real event, and one per name that a merge retired
CREATE TABLE clusters (
    cluster_id VARCHAR NOT NULL,
    type VARCHAR NOT NULL,
    action VARCHAR NOT NULL,
    merged_into VARCHAR,
    PRIMARY KEY (cluster_id),
    CHECK (merged_into IS NULL OR merged_into <> cluster_id)
);

COMMENT ON TABLE clusters IS 'Real events, each told by one claim or many; one row per real event, and one per name that a merge retired';
COMMENT ON COLUMN clusters.cluster_id IS 'Claim id of its first member';
COMMENT ON COLUMN clusters.type IS 'Word of ref_types';
COMMENT ON COLUMN clusters.action IS 'Word of ref_actions';
COMMENT ON COLUMN clusters.merged_into IS 'Cluster that took over its claims; NULL while it stands';
