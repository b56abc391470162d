-- ops_runs: Runs; with the other ops tables the only place for the wall clock
-- grain: one row per run of a night
CREATE TABLE ops_runs (
    run_id VARCHAR NOT NULL,
    night DATE NOT NULL,
    source VARCHAR,
    started_at TIMESTAMPTZ NOT NULL,
    ended_at TIMESTAMPTZ,
    status VARCHAR NOT NULL,
    extractor_version VARCHAR NOT NULL,
    schema_version INTEGER NOT NULL,
    published_id VARCHAR,
    PRIMARY KEY (run_id),
    CHECK (status IN ('running', 'published', 'refused', 'failed')),
    CHECK (ended_at IS NULL OR ended_at >= started_at)
);

COMMENT ON TABLE ops_runs IS 'Runs; with the other ops tables the only place for the wall clock; one row per run of a night';
COMMENT ON COLUMN ops_runs.run_id IS 'Key of the run, given by whoever started it';
COMMENT ON COLUMN ops_runs.night IS 'Label of the night';
COMMENT ON COLUMN ops_runs.source IS 'Explicit source of the run; NULL for the scheduled ones';
COMMENT ON COLUMN ops_runs.started_at IS 'Wall clock at the start';
COMMENT ON COLUMN ops_runs.ended_at IS 'Wall clock at the end; NULL while it runs';
COMMENT ON COLUMN ops_runs.status IS 'running, published, refused or failed';
COMMENT ON COLUMN ops_runs.extractor_version IS 'Version of the extractor';
COMMENT ON COLUMN ops_runs.schema_version IS 'Last migration of the file that it wrote';
COMMENT ON COLUMN ops_runs.published_id IS 'Publication that it made; NULL where it made none';
