-- sentences: Sentences by their offsets
-- grain: one row per sentence of a version
CREATE TABLE sentences (
    version_id VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    sentence_no INTEGER NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL,
    PRIMARY KEY (version_id, field, sentence_no),
    CHECK (sentence_no >= 0),
    CHECK (start_char >= 0),
    CHECK (end_char > start_char)
);

COMMENT ON TABLE sentences IS 'Sentences by their offsets; one row per sentence of a version';
COMMENT ON COLUMN sentences.version_id IS 'Version it stands in';
COMMENT ON COLUMN sentences.field IS 'The part of the version it stands in: text or title';
COMMENT ON COLUMN sentences.sentence_no IS 'Place in the field, from 0';
COMMENT ON COLUMN sentences.start_char IS 'First character, 0-based Unicode code point into the field as read';
COMMENT ON COLUMN sentences.end_char IS 'One past the last character';
