-- recognition_changes: Changes of who recognises whom, as claims tell them; nothing is overwritten
-- grain: one row per claim, recogniser and claimant, and per reading of it
CREATE TABLE recognition_changes (
    change_id VARCHAR NOT NULL,
    claim_id VARCHAR NOT NULL,
    version_id VARCHAR NOT NULL,
    recogniser_id VARCHAR NOT NULL,
    claimant_id VARCHAR NOT NULL,
    matter VARCHAR NOT NULL,
    office VARCHAR,
    about_id VARCHAR,
    state VARCHAR NOT NULL,
    valid_earliest DATE,
    valid_latest DATE NOT NULL,
    valid_precision VARCHAR NOT NULL,
    is_background BOOLEAN NOT NULL,
    published_date DATE NOT NULL,
    known_on DATE NOT NULL,
    ordinal INTEGER NOT NULL,
    field VARCHAR,
    start_char INTEGER,
    end_char INTEGER,
    extractor_version VARCHAR NOT NULL,
    closed_on DATE,
    closed_by VARCHAR,
    PRIMARY KEY (change_id),
    CHECK (change_id <> ''),
    CHECK (valid_earliest IS NULL OR valid_earliest <= valid_latest),
    CHECK ((closed_on IS NULL) = (closed_by IS NULL))
);

COMMENT ON TABLE recognition_changes IS 'Changes of who recognises whom, as claims tell them; nothing is overwritten; one row per claim, recogniser and claimant, and per reading of it';
COMMENT ON COLUMN recognition_changes.change_id IS 'Hash of all that the row says';
COMMENT ON COLUMN recognition_changes.claim_id IS 'Claim that tells it';
COMMENT ON COLUMN recognition_changes.version_id IS 'Text of the claim';
COMMENT ON COLUMN recognition_changes.recogniser_id IS 'Who takes the stance, as v_parties.identity_id';
COMMENT ON COLUMN recognition_changes.claimant_id IS 'On whom';
COMMENT ON COLUMN recognition_changes.matter IS 'claimant (who it is or governs) or land (what it holds)';
COMMENT ON COLUMN recognition_changes.office IS 'Word of ref_offices: what is recognised; NULL where the text does not say';
COMMENT ON COLUMN recognition_changes.about_id IS 'State concerned, the first that the text names; NULL where it names none';
COMMENT ON COLUMN recognition_changes.state IS 'Word of ref_ledger_states: what the recogniser''s stance is from then on';
COMMENT ON COLUMN recognition_changes.valid_earliest IS 'First calendar day on which it can have begun; NULL where the text does not say';
COMMENT ON COLUMN recognition_changes.valid_latest IS 'Calendar day by which it had begun: the last day that the text gives, at the latest its publication; a day to come where it was announced for one';
COMMENT ON COLUMN recognition_changes.valid_precision IS 'Word of ref_precisions for the two';
COMMENT ON COLUMN recognition_changes.is_background IS 'Whether it is told as past and without a day: it then begins nothing anew that a later change had ended';
COMMENT ON COLUMN recognition_changes.published_date IS 'Calendar day on which the world could know it';
COMMENT ON COLUMN recognition_changes.known_on IS 'Night under which it became known to the warehouse: that of the text, or of the reading or decision that changed it later';
COMMENT ON COLUMN recognition_changes.ordinal IS 'Place of the claim in its text, from 0';
COMMENT ON COLUMN recognition_changes.field IS 'Part of the version its sentence stands in: text or title; NULL where the claim lacks its evidence';
COMMENT ON COLUMN recognition_changes.start_char IS 'First character of the sentence, 0-based Unicode code point into the field';
COMMENT ON COLUMN recognition_changes.end_char IS 'One past its last character';
COMMENT ON COLUMN recognition_changes.extractor_version IS 'Version of the extractor that told it';
COMMENT ON COLUMN recognition_changes.closed_on IS 'Calendar day from which it is no more believed; NULL while it stands';
COMMENT ON COLUMN recognition_changes.closed_by IS 'What closed it: the extractor''s later version or a correction; NULL while it stands';
