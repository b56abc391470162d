-- ops_twice: Texts that two processes extracted
-- grain: one row per run and text
CREATE TABLE ops_twice (
    run_id VARCHAR NOT NULL,
    version_id VARCHAR NOT NULL,
    agrees BOOLEAN NOT NULL,
    detail VARCHAR,
    PRIMARY KEY (run_id, version_id),
    CHECK (agrees = (detail IS NULL))
);

COMMENT ON TABLE ops_twice IS 'Texts that two processes extracted, to see that the same text always gives the same claims; one row per run and text';
COMMENT ON COLUMN ops_twice.run_id IS 'Run it belongs to';
COMMENT ON COLUMN ops_twice.version_id IS 'Text';
COMMENT ON COLUMN ops_twice.agrees IS 'Whether both gave the same rows';
COMMENT ON COLUMN ops_twice.detail IS 'The first difference; NULL where there is none';
