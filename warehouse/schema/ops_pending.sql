-- ops_pending: Texts whose claims changed since clusters and ledgers were last brought up to them
-- grain: one row per text, none between nights
CREATE TABLE ops_pending (
    version_id VARCHAR NOT NULL,
    PRIMARY KEY (version_id)
);

COMMENT ON TABLE ops_pending IS 'Texts whose claims changed since clusters and ledgers were last brought up to them; one row per text, none between nights';
COMMENT ON COLUMN ops_pending.version_id IS 'Text';
