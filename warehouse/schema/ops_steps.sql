-- ops_steps: Steps of runs
-- grain: one row per run and step
CREATE TABLE ops_steps (
    run_id VARCHAR NOT NULL,
    step VARCHAR NOT NULL,
    rows_in BIGINT,
    rows_out BIGINT,
    rows_set_aside BIGINT,
    seconds DOUBLE,
    status VARCHAR NOT NULL,
    PRIMARY KEY (run_id, step),
    CHECK (status IN ('done', 'failed'))
);

COMMENT ON TABLE ops_steps IS 'Steps of runs; one row per run and step';
COMMENT ON COLUMN ops_steps.run_id IS 'Run it belongs to';
COMMENT ON COLUMN ops_steps.step IS 'Name of the step';
COMMENT ON COLUMN ops_steps.rows_in IS 'Rows or inputs read; NULL where not counted';
COMMENT ON COLUMN ops_steps.rows_out IS 'Rows written; NULL where not counted';
COMMENT ON COLUMN ops_steps.rows_set_aside IS 'Rows or inputs set aside; NULL where not counted';
COMMENT ON COLUMN ops_steps.seconds IS 'Duration by the wall clock; NULL where not measured';
COMMENT ON COLUMN ops_steps.status IS 'done or failed';
