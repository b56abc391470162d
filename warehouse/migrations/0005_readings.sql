-- 0005: the two values that a field of a claim may have by its words, and the words for fields and rules
-- note: texts that were loaded before have none until they are extracted again
CREATE TABLE readings (
    claim_id VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    field VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    is_preferred BOOLEAN NOT NULL,
    rule VARCHAR NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL,
    quote VARCHAR NOT NULL,
    PRIMARY KEY (claim_id, ordinal),
    CHECK (ordinal >= 1),
    CHECK (start_char >= 0),
    CHECK (end_char > start_char)
);

COMMENT ON TABLE readings IS 'The two values that a field of a claim may have by its words; one row per claim and place among its readings';
COMMENT ON COLUMN readings.claim_id IS 'Claim whose words admit two readings';
COMMENT ON COLUMN readings.ordinal IS 'Place among the claim''s readings, from 1';
COMMENT ON COLUMN readings.field IS 'Word of ref_reading_fields: what of the claim is read two ways';
COMMENT ON COLUMN readings.value IS 'What it may be: an actor_id, type/action or a day (ISO 8601), as the field says';
COMMENT ON COLUMN readings.is_preferred IS 'Whether the claim itself takes this value; at most one of a field is, none where the words stay open';
COMMENT ON COLUMN readings.rule IS 'Word of ref_reading_rules: why both are possible and which is preferred';
COMMENT ON COLUMN readings.start_char IS 'First character, 0-based Unicode code point into the part of the text that holds the claim''s sentence';
COMMENT ON COLUMN readings.end_char IS 'One past the last character';
COMMENT ON COLUMN readings.quote IS 'The words that are read two ways';

CREATE TABLE ref_reading_fields (
    field VARCHAR NOT NULL,
    definition VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    PRIMARY KEY (field)
);

COMMENT ON TABLE ref_reading_fields IS 'What of a claim may be read two ways; one row per word';
COMMENT ON COLUMN ref_reading_fields.field IS 'The word';
COMMENT ON COLUMN ref_reading_fields.definition IS 'What it means';
COMMENT ON COLUMN ref_reading_fields.source IS 'Where the row is from';

CREATE TABLE ref_reading_rules (
    rule VARCHAR NOT NULL,
    definition VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    PRIMARY KEY (rule)
);

COMMENT ON TABLE ref_reading_rules IS 'Why words may be read two ways, and which reading is preferred; one row per rule';
COMMENT ON COLUMN ref_reading_rules.rule IS 'The word';
COMMENT ON COLUMN ref_reading_rules.definition IS 'What it means';
COMMENT ON COLUMN ref_reading_rules.source IS 'Where the row is from';
