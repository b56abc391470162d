-- evidence: Where a text says what a claim holds
-- grain: one row per claim, kind and place
CREATE TABLE evidence (
    claim_id VARCHAR NOT NULL,
    version_id VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL,
    quote VARCHAR NOT NULL,
    PRIMARY KEY (claim_id, kind, field, start_char, end_char),
    CHECK (start_char >= 0),
    CHECK (end_char > start_char)
);

COMMENT ON TABLE evidence IS 'Where a text says what a claim holds; one row per claim, kind and place';
COMMENT ON COLUMN evidence.claim_id IS 'Claim it belongs to';
COMMENT ON COLUMN evidence.version_id IS 'Version that tells it';
COMMENT ON COLUMN evidence.field IS 'The part of the version it stands in: text or title';
COMMENT ON COLUMN evidence.kind IS 'sentence (one per claim) or trigger (the word that gave the claim away)';
COMMENT ON COLUMN evidence.start_char IS 'First character, 0-based Unicode code point into the field as read';
COMMENT ON COLUMN evidence.end_char IS 'One past the last character';
COMMENT ON COLUMN evidence.quote IS 'The characters from start to end';
