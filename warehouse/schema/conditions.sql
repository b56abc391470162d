-- conditions: Conditions under which claims hold
-- grain: one row per condition of a claim
CREATE TABLE conditions (
    claim_id VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL,
    deadline DATE,
    PRIMARY KEY (claim_id, start_char, end_char),
    CHECK (start_char >= 0),
    CHECK (end_char > start_char)
);

COMMENT ON TABLE conditions IS 'Conditions under which claims hold; one row per condition of a claim';
COMMENT ON COLUMN conditions.claim_id IS 'Claim it belongs to';
COMMENT ON COLUMN conditions.text IS 'The condition in the text''s words';
COMMENT ON COLUMN conditions.start_char IS 'First character, 0-based Unicode code point into the field as read';
COMMENT ON COLUMN conditions.end_char IS 'One past the last character';
COMMENT ON COLUMN conditions.deadline IS 'Last calendar day to meet it; NULL where none is given';
