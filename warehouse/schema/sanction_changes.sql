-- sanction_changes: Changes in the life of sanctions, as claims tell them; nothing is overwritten
-- grain: one row per claim, sender and target, and per reading of it
CREATE TABLE sanction_changes (
    change_id VARCHAR NOT NULL,
    claim_id VARCHAR NOT NULL,
    version_id VARCHAR NOT NULL,
    sender_id VARCHAR NOT NULL,
    target_id VARCHAR NOT NULL,
    scope VARCHAR,
    about_id VARCHAR,
    measures VARCHAR [] NOT NULL,
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

COMMENT ON TABLE sanction_changes IS 'Changes in the life of sanctions, as claims tell them; nothing is overwritten; one row per claim, sender and target, and per reading of it';
COMMENT ON COLUMN sanction_changes.change_id IS 'Hash of all that the row says';
COMMENT ON COLUMN sanction_changes.claim_id IS 'Claim that tells it';
COMMENT ON COLUMN sanction_changes.version_id IS 'Text of the claim';
COMMENT ON COLUMN sanction_changes.sender_id IS 'Who sanctions, or would, as v_parties.identity_id';
COMMENT ON COLUMN sanction_changes.target_id IS 'Who is sanctioned, or would be';
COMMENT ON COLUMN sanction_changes.scope IS 'Word of ref_scopes; NULL where unknown';
COMMENT ON COLUMN sanction_changes.about_id IS 'State concerned, the first that the text names; NULL where it names none';
COMMENT ON COLUMN sanction_changes.measures IS 'Measures that the claim names, in order of name; empty where it names none';
COMMENT ON COLUMN sanction_changes.state IS 'Word of ref_ledger_states: what became of the sanction';
COMMENT ON COLUMN sanction_changes.valid_earliest IS 'First calendar day on which it can have begun; NULL where the text does not say';
COMMENT ON COLUMN sanction_changes.valid_latest IS 'Calendar day by which it had begun: the last day that the text gives, at the latest its publication; a day to come where it was announced for one';
COMMENT ON COLUMN sanction_changes.valid_precision IS 'Word of ref_precisions for the two';
COMMENT ON COLUMN sanction_changes.is_background IS 'Whether it is told as past and without a day: it then begins nothing anew that a later change had ended';
COMMENT ON COLUMN sanction_changes.published_date IS 'Calendar day on which the world could know it';
COMMENT ON COLUMN sanction_changes.known_on IS 'Night under which it became known to the warehouse: that of the text, or of the reading or decision that changed it later';
COMMENT ON COLUMN sanction_changes.ordinal IS 'Place of the claim in its text, from 0';
COMMENT ON COLUMN sanction_changes.field IS 'Part of the version its sentence stands in: text or title; NULL where the claim lacks its evidence';
COMMENT ON COLUMN sanction_changes.start_char IS 'First character of the sentence, 0-based Unicode code point into the field';
COMMENT ON COLUMN sanction_changes.end_char IS 'One past its last character';
COMMENT ON COLUMN sanction_changes.extractor_version IS 'Version of the extractor that told it';
COMMENT ON COLUMN sanction_changes.closed_on IS 'Calendar day from which it is no more believed; NULL while it stands';
COMMENT ON COLUMN sanction_changes.closed_by IS 'What closed it: the extractor''s later version or a correction; NULL while it stands';
