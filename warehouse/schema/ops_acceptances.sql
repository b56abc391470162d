-- ops_acceptances: Critical checks that failed and that a person overruled, so that the night was published
-- grain: one row per run and check overruled
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
