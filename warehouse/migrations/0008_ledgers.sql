-- 0008: the ledgers: who recognises whom, the life of sanctions, the clocks of ultimatums; their words and rules
-- note: reference tables that change their columns are made anew, since every night fills them from the seeds; ledgers
--   of older files are empty until their texts are loaded or parsed again
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

CREATE TABLE ultimatum_changes (
    change_id VARCHAR NOT NULL,
    claim_id VARCHAR,
    version_id VARCHAR NOT NULL,
    demander_id VARCHAR,
    target_id VARCHAR,
    demand VARCHAR,
    deadline DATE,
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

COMMENT ON TABLE ultimatum_changes IS 'Ultimatums made, and what texts say became of them; nothing is overwritten; one row per claim, demander and target, or per notice of a deadline and its sides, and per reading of it';
COMMENT ON COLUMN ultimatum_changes.change_id IS 'Hash of all that the row says';
COMMENT ON COLUMN ultimatum_changes.claim_id IS 'Claim that makes the demand; NULL for a notice of what became of one';
COMMENT ON COLUMN ultimatum_changes.version_id IS 'Text that tells it';
COMMENT ON COLUMN ultimatum_changes.demander_id IS 'Who demands, as v_parties.identity_id; NULL where a notice does not say';
COMMENT ON COLUMN ultimatum_changes.target_id IS 'Of whom; NULL where a notice does not say';
COMMENT ON COLUMN ultimatum_changes.demand IS 'The condition in the text''s words; NULL where none is told';
COMMENT ON COLUMN ultimatum_changes.deadline IS 'Last calendar day to meet it, the new one where it was put off; NULL where none is told';
COMMENT ON COLUMN ultimatum_changes.state IS 'Word of ref_ledger_states: whether the demand was made, met, put off or lapsed';
COMMENT ON COLUMN ultimatum_changes.valid_earliest IS 'First calendar day on which it can have begun; NULL where the text does not say';
COMMENT ON COLUMN ultimatum_changes.valid_latest IS 'Calendar day by which it had begun: the last day that the text gives, at the latest its publication; a day to come where it was announced for one';
COMMENT ON COLUMN ultimatum_changes.valid_precision IS 'Word of ref_precisions for the two';
COMMENT ON COLUMN ultimatum_changes.is_background IS 'Whether it is told as past and without a day: it then begins nothing anew that a later change had ended';
COMMENT ON COLUMN ultimatum_changes.published_date IS 'Calendar day on which the world could know it';
COMMENT ON COLUMN ultimatum_changes.known_on IS 'Night under which it became known to the warehouse: that of the text, or of the reading or decision that changed it later';
COMMENT ON COLUMN ultimatum_changes.ordinal IS 'Place of the claim in its text, from 0';
COMMENT ON COLUMN ultimatum_changes.field IS 'Part of the version its sentence stands in: text or title; NULL where the claim lacks its evidence';
COMMENT ON COLUMN ultimatum_changes.start_char IS 'First character of the sentence, 0-based Unicode code point into the field';
COMMENT ON COLUMN ultimatum_changes.end_char IS 'One past its last character';
COMMENT ON COLUMN ultimatum_changes.extractor_version IS 'Version of the extractor that told it';
COMMENT ON COLUMN ultimatum_changes.closed_on IS 'Calendar day from which it is no more believed; NULL while it stands';
COMMENT ON COLUMN ultimatum_changes.closed_by IS 'What closed it: the extractor''s later version or a correction; NULL while it stands';

DROP TABLE ref_actions;
CREATE TABLE ref_actions (
    type VARCHAR NOT NULL,
    action VARCHAR NOT NULL,
    definition VARCHAR NOT NULL,
    is_symmetric BOOLEAN NOT NULL,
    change VARCHAR,
    source VARCHAR NOT NULL,
    PRIMARY KEY (type, action)
);

COMMENT ON TABLE ref_actions IS 'Actions of each type; one row per type and action';
COMMENT ON COLUMN ref_actions.type IS 'Word of ref_types';
COMMENT ON COLUMN ref_actions.action IS 'The word';
COMMENT ON COLUMN ref_actions.definition IS 'What it means';
COMMENT ON COLUMN ref_actions.is_symmetric IS 'Whether all sides are actors alike';
COMMENT ON COLUMN ref_actions.change IS 'What it does to a sanction, as a past participle; NULL for other types';
COMMENT ON COLUMN ref_actions.source IS 'Where the row is from';

DROP TABLE ref_statuses;
CREATE TABLE ref_statuses (
    status VARCHAR NOT NULL,
    status_group VARCHAR NOT NULL,
    stands BOOLEAN NOT NULL,
    strength INTEGER NOT NULL,
    definition VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    PRIMARY KEY (status)
);

COMMENT ON TABLE ref_statuses IS 'Statuses of a claim; one row per word';
COMMENT ON COLUMN ref_statuses.status IS 'The word';
COMMENT ON COLUMN ref_statuses.status_group IS 'actual, future, contingent or negated: what a reader may conclude from the status';
COMMENT ON COLUMN ref_statuses.stands IS 'Whether it tells that the measure or position stands at the time of writing';
COMMENT ON COLUMN ref_statuses.strength IS 'How much it says among those of its group: of two reports of one day the greater counts';
COMMENT ON COLUMN ref_statuses.definition IS 'What it means';
COMMENT ON COLUMN ref_statuses.source IS 'Where the row is from';

CREATE TABLE ref_ledger_states (
    ledger VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    holds BOOLEAN,
    ended_by VARCHAR,
    included_in VARCHAR,
    closes BOOLEAN NOT NULL,
    definition VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    PRIMARY KEY (ledger, state)
);

COMMENT ON TABLE ref_ledger_states IS 'States of the ledgers; one row per ledger and state';
COMMENT ON COLUMN ref_ledger_states.ledger IS 'recognitions, sanctions or ultimatums';
COMMENT ON COLUMN ref_ledger_states.state IS 'The word';
COMMENT ON COLUMN ref_ledger_states.holds IS 'Whether the sanction or recognition stands in this state; NULL for what is only called for, threatened, planned and so on: it is told and changes nothing';
COMMENT ON COLUMN ref_ledger_states.ended_by IS 'States, joined with |, that presuppose this one: an undated mention of it after them is told as past; NULL where none does';
COMMENT ON COLUMN ref_ledger_states.included_in IS 'State that already includes this one and is not ended by it; NULL where none does';
COMMENT ON COLUMN ref_ledger_states.closes IS 'Whether the episode ends with it: what comes after is a new one';
COMMENT ON COLUMN ref_ledger_states.definition IS 'What it means';
COMMENT ON COLUMN ref_ledger_states.source IS 'Where the row is from';

CREATE TABLE ref_ledger_rules (
    ledger VARCHAR NOT NULL,
    type VARCHAR NOT NULL,
    action VARCHAR NOT NULL,
    status_group VARCHAR NOT NULL,
    status VARCHAR,
    needs_day BOOLEAN NOT NULL,
    state VARCHAR NOT NULL,
    source VARCHAR NOT NULL
);

COMMENT ON TABLE ref_ledger_rules IS 'Which state a claim tells; a row that names the status goes before one that names its group, a claim that none fits tells no state; one row per ledger, action and narrowing';
COMMENT ON COLUMN ref_ledger_rules.ledger IS 'recognitions, sanctions or ultimatums';
COMMENT ON COLUMN ref_ledger_rules.type IS 'Word of ref_types';
COMMENT ON COLUMN ref_ledger_rules.action IS 'Word of ref_actions';
COMMENT ON COLUMN ref_ledger_rules.status_group IS 'Status group';
COMMENT ON COLUMN ref_ledger_rules.status IS 'Word of ref_statuses; NULL fits any of the group';
COMMENT ON COLUMN ref_ledger_rules.needs_day IS 'Whether it fits only a claim with a day to come: what is announced for a day begins on it';
COMMENT ON COLUMN ref_ledger_rules.state IS 'Word of ref_ledger_states';
COMMENT ON COLUMN ref_ledger_rules.source IS 'Where the row is from';
