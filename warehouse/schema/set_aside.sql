-- set_aside: Inputs set aside, with reason
-- grain: one row per input that a night could not use
CREATE TABLE set_aside (
    night DATE NOT NULL,
    source_id VARCHAR NOT NULL,
    locator VARCHAR NOT NULL,
    stage VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    detail VARCHAR NOT NULL,
    language VARCHAR,
    CHECK (reason <> '')
);

COMMENT ON TABLE set_aside IS 'Inputs set aside, with reason; one row per input that a night could not use';
COMMENT ON COLUMN set_aside.night IS 'Night of the run';
COMMENT ON COLUMN set_aside.source_id IS 'Source it came from';
COMMENT ON COLUMN set_aside.locator IS 'Address, path or version it was';
COMMENT ON COLUMN set_aside.stage IS 'Step that set it aside: ingest, extract or load';
COMMENT ON COLUMN set_aside.reason IS 'Word of ref_set_aside_reasons';
COMMENT ON COLUMN set_aside.detail IS 'The value found, and where';
COMMENT ON COLUMN set_aside.language IS 'ISO 639-1 code of the text; NULL where unknown';
