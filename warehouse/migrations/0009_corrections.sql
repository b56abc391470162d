-- 0009: what people decided of claims, what came of it, and what the machine had read there
CREATE TABLE corrections (
    correction_id VARCHAR NOT NULL,
    decision VARCHAR NOT NULL,
    version_id VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL,
    type VARCHAR NOT NULL,
    action VARCHAR NOT NULL,
    told VARCHAR,
    fixed VARCHAR,
    value VARCHAR,
    claim_id VARCHAR,
    other_claim_id VARCHAR,
    before VARCHAR,
    after VARCHAR,
    state VARCHAR NOT NULL,
    reason VARCHAR,
    decided_by VARCHAR NOT NULL,
    decided_on DATE NOT NULL,
    why VARCHAR NOT NULL,
    PRIMARY KEY (correction_id),
    CHECK (state IN ('applied', 'superseded', 'unmatched')),
    CHECK ((state = 'applied') = (reason IS NULL)),
    CHECK (state <> 'applied' OR claim_id IS NOT NULL)
);

COMMENT ON TABLE corrections IS 'What people decided of claims, and what came of each decision; one row per row of corrections.csv';
COMMENT ON COLUMN corrections.correction_id IS 'Hash of what is decided, of which claim, by whom and when';
COMMENT ON COLUMN corrections.decision IS 'accept, reject, fix, merge or split';
COMMENT ON COLUMN corrections.version_id IS 'Text of the claim';
COMMENT ON COLUMN corrections.field IS 'The part of the version that its sentence stands in: text or title';
COMMENT ON COLUMN corrections.start_char IS 'First character of the sentence, 0-based Unicode code point into the field as read';
COMMENT ON COLUMN corrections.end_char IS 'One past its last character';
COMMENT ON COLUMN corrections.type IS 'Word of ref_types';
COMMENT ON COLUMN corrections.action IS 'Word of ref_actions, as the machine reads it';
COMMENT ON COLUMN corrections.told IS 'What the claim told when it was decided on; NULL where nobody noted it';
COMMENT ON COLUMN corrections.fixed IS 'Field that a fix sets; NULL for other decisions';
COMMENT ON COLUMN corrections.value IS 'Value that it sets; NULL likewise';
COMMENT ON COLUMN corrections.claim_id IS 'Claim that it meets; NULL where it meets none';
COMMENT ON COLUMN corrections.other_claim_id IS 'Second claim of a merge or split; NULL where it meets none, and for other decisions';
COMMENT ON COLUMN corrections.before IS 'What the machine says: the value of the field, machine, or how clustering is left to it; NULL where it meets no claim';
COMMENT ON COLUMN corrections.after IS 'What holds by the decision; NULL where it does not take effect';
COMMENT ON COLUMN corrections.state IS 'applied, superseded (a later decision, or one of the same day against it, counts) or unmatched (no claim fits)';
COMMENT ON COLUMN corrections.reason IS 'Why it does not take effect; NULL where it does';
COMMENT ON COLUMN corrections.decided_by IS 'Who decided';
COMMENT ON COLUMN corrections.decided_on IS 'Calendar day of the decision';
COMMENT ON COLUMN corrections.why IS 'Why, in their words';

CREATE TABLE corrected_values (
    claim_id VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    machine_value VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    correction_id VARCHAR NOT NULL,
    PRIMARY KEY (claim_id, field)
);

COMMENT ON TABLE corrected_values IS 'What the machine had read where people set another value; one row per claim and field';
COMMENT ON COLUMN corrected_values.claim_id IS 'Claim';
COMMENT ON COLUMN corrected_values.field IS 'Field that was set, as in corrections.fixed';
COMMENT ON COLUMN corrected_values.machine_value IS 'JSON of the cells and rows that the machine had made';
COMMENT ON COLUMN corrected_values.value IS 'Value in their place';
COMMENT ON COLUMN corrected_values.correction_id IS 'Row of corrections.csv that sets it';
