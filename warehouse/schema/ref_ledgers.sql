-- ref_ledger_states: States of the ledgers
-- grain: one row per ledger and state
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


-- ref_ledger_rules: Which state a claim tells
-- grain: one row per ledger, action and narrowing
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
