-- ops_checks: Results of the checks that gate publication
-- grain: one row per run and expectation
CREATE TABLE ops_checks (
    run_id VARCHAR NOT NULL,
    suite VARCHAR NOT NULL,
    expectation VARCHAR NOT NULL,
    table_name VARCHAR NOT NULL,
    column_name VARCHAR,
    severity VARCHAR NOT NULL,
    ok BOOLEAN NOT NULL,
    why VARCHAR NOT NULL,
    observed VARCHAR,
    unexpected_count BIGINT,
    element_count BIGINT,
    example_keys VARCHAR[],
    measured DOUBLE,
    rule VARCHAR,
    CHECK (severity IN ('critical', 'warning'))
);

COMMENT ON TABLE ops_checks IS 'Results of the checks that gate publication; one row per run and expectation';
COMMENT ON COLUMN ops_checks.run_id IS 'Run it belongs to';
COMMENT ON COLUMN ops_checks.suite IS 'Suite of the expectation';
COMMENT ON COLUMN ops_checks.expectation IS 'What was expected';
COMMENT ON COLUMN ops_checks.table_name IS 'Table or frame it looked at';
COMMENT ON COLUMN ops_checks.column_name IS 'Column it looked at; NULL for the whole table';
COMMENT ON COLUMN ops_checks.severity IS 'critical (gates publication) or warning';
COMMENT ON COLUMN ops_checks.ok IS 'Whether it held';
COMMENT ON COLUMN ops_checks.why IS 'Why it is expected';
COMMENT ON COLUMN ops_checks.observed IS 'Value found; NULL where there is none';
COMMENT ON COLUMN ops_checks.unexpected_count IS 'Rows that broke it; NULL where not counted';
COMMENT ON COLUMN ops_checks.element_count IS 'Rows looked at; NULL where not counted';
COMMENT ON COLUMN ops_checks.example_keys IS 'Keys of some rows that broke it; NULL or empty where none';
COMMENT ON COLUMN ops_checks.measured IS 'The number measured, such as a share; NULL where the check judges rows, which unexpected_count counts';
COMMENT ON COLUMN ops_checks.rule IS 'Type of the expectation in Great Expectations; NULL for checks of before it was kept';
