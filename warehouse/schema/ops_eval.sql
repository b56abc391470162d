-- ops_eval: How the extractor did on annotated documents
-- grain: one row per extractor version, state of the knowledge, gold set, slice and measure
CREATE TABLE ops_eval (
    extractor_version VARCHAR NOT NULL,
    knowledge VARCHAR NOT NULL,
    gold VARCHAR NOT NULL,
    slice_kind VARCHAR NOT NULL,
    slice VARCHAR NOT NULL,
    measure VARCHAR NOT NULL,
    right_count BIGINT NOT NULL,
    found_count BIGINT NOT NULL,
    expected_count BIGINT NOT NULL,
    documents BIGINT NOT NULL,
    value DOUBLE NOT NULL,
    low DOUBLE NOT NULL,
    high DOUBLE NOT NULL,
    used_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (extractor_version, knowledge, gold, slice_kind, slice, measure),
    CHECK (slice_kind IN ('all', 'type', 'action', 'status')),
    CHECK (low >= 0 AND low <= value AND value <= high AND high <= 1)
);

COMMENT ON TABLE ops_eval IS 'How the extractor did on annotated documents; one row per extractor version, state of the knowledge, gold set, slice and measure';
COMMENT ON COLUMN ops_eval.extractor_version IS 'Version of the extractor';
COMMENT ON COLUMN ops_eval.knowledge IS 'SHA-256 over all that decides the score: the seeds that extraction reads, the rules, the parser, hexadecimal';
COMMENT ON COLUMN ops_eval.gold IS 'Annotated documents: name of the set, and eight digits of the hash of its files';
COMMENT ON COLUMN ops_eval.slice_kind IS 'all, type, action or status';
COMMENT ON COLUMN ops_eval.slice IS 'all, or the type, action or status that claim and gold event must both have';
COMMENT ON COLUMN ops_eval.measure IS 'As `demarche evaluate` names it: detect (an act of the right type at the right sentence), event (action and parties right as well), full (group of the status as well); actors, targets, measures; action, status, group, date of what was found; dated (days that the text gives), quiet (documents without an event left alone), false_actual (not done, told as done: less is better)';
COMMENT ON COLUMN ops_eval.right_count IS 'Gold events, parties or documents that are right; of false_actual those that are wrong';
COMMENT ON COLUMN ops_eval.found_count IS 'Claims, parties or documents looked at';
COMMENT ON COLUMN ops_eval.expected_count IS 'Gold events, parties or documents there are';
COMMENT ON COLUMN ops_eval.documents IS 'Documents in which there is anything to count';
COMMENT ON COLUMN ops_eval.value IS 'F1 of the three counts, or the share where found and expected are the same, 0 to 1';
COMMENT ON COLUMN ops_eval.low IS 'Lower end of the 95 % interval: bootstrap over documents, below 30 documents the Wilson interval as far as it is wider';
COMMENT ON COLUMN ops_eval.high IS 'Upper end of the 95 % interval';
COMMENT ON COLUMN ops_eval.used_at IS 'Wall clock at the start of the last run whose claims this state of the extractor made';
