-- 0012: what a check measured, and the checks that people overruled
-- note: checks of earlier nights have neither
ALTER TABLE ops_checks ADD COLUMN measured DOUBLE;
ALTER TABLE ops_checks ADD COLUMN rule VARCHAR;
COMMENT ON COLUMN ops_checks.measured IS 'The number measured, such as a share; NULL where the check judges rows, which unexpected_count counts';
COMMENT ON COLUMN ops_checks.rule IS 'Type of the expectation in Great Expectations; NULL for checks of before it was kept';

CREATE TABLE ops_acceptances (
    run_id VARCHAR NOT NULL,
    suite VARCHAR NOT NULL,
    expectation VARCHAR NOT NULL,
    observed VARCHAR,
    reason VARCHAR NOT NULL,
    accepted_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (run_id, suite, expectation),
    CHECK (trim(reason) <> '')
);

COMMENT ON TABLE ops_acceptances IS 'Critical checks that failed and that a person overruled, so that the night was published; one row per run and check overruled';
COMMENT ON COLUMN ops_acceptances.run_id IS 'Run whose night was published all the same';
COMMENT ON COLUMN ops_acceptances.suite IS 'Suite of the check';
COMMENT ON COLUMN ops_acceptances.expectation IS 'Check that failed';
COMMENT ON COLUMN ops_acceptances.observed IS 'What it found; NULL where it measured nothing';
COMMENT ON COLUMN ops_acceptances.reason IS 'Why it was overruled, in the words of the person who did';
COMMENT ON COLUMN ops_acceptances.accepted_at IS 'Wall clock when it was';
