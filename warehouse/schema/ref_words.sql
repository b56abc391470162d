-- ref_types: Types of event
-- grain: one row per word
CREATE TABLE ref_types (
    type VARCHAR NOT NULL,
    definition VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    PRIMARY KEY (type)
);

COMMENT ON TABLE ref_types IS 'Types of event; one row per word';
COMMENT ON COLUMN ref_types.type IS 'The word';
COMMENT ON COLUMN ref_types.definition IS 'What it means';
COMMENT ON COLUMN ref_types.source IS 'Where the row is from';


-- ref_statuses: Statuses of a claim
-- grain: one row per word
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


-- ref_measures: Measures of a sanction
-- grain: one row per word
CREATE TABLE ref_measures (
    measure VARCHAR NOT NULL,
    definition VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    PRIMARY KEY (measure)
);

COMMENT ON TABLE ref_measures IS 'Measures of a sanction; one row per word';
COMMENT ON COLUMN ref_measures.measure IS 'The word';
COMMENT ON COLUMN ref_measures.definition IS 'What it means';
COMMENT ON COLUMN ref_measures.source IS 'Where the row is from';


-- ref_roles: Roles in a claim
-- grain: one row per word
CREATE TABLE ref_roles (
    role VARCHAR NOT NULL,
    definition VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    PRIMARY KEY (role)
);

COMMENT ON TABLE ref_roles IS 'Roles in a claim; one row per word';
COMMENT ON COLUMN ref_roles.role IS 'The word';
COMMENT ON COLUMN ref_roles.definition IS 'What it means';
COMMENT ON COLUMN ref_roles.source IS 'Where the row is from';


-- ref_precisions: How closely a date is known
-- grain: one row per word
CREATE TABLE ref_precisions (
    precision VARCHAR NOT NULL,
    is_day BOOLEAN NOT NULL,
    definition VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    PRIMARY KEY (precision)
);

COMMENT ON TABLE ref_precisions IS 'How closely a date is known; one row per word';
COMMENT ON COLUMN ref_precisions.precision IS 'The word';
COMMENT ON COLUMN ref_precisions.is_day IS 'Whether it names one calendar day';
COMMENT ON COLUMN ref_precisions.definition IS 'What it means';
COMMENT ON COLUMN ref_precisions.source IS 'Where the row is from';


-- ref_scopes: Scopes of a sanction
-- grain: one row per word
CREATE TABLE ref_scopes (
    scope VARCHAR NOT NULL,
    definition VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    PRIMARY KEY (scope)
);

COMMENT ON TABLE ref_scopes IS 'Scopes of a sanction; one row per word';
COMMENT ON COLUMN ref_scopes.scope IS 'The word';
COMMENT ON COLUMN ref_scopes.definition IS 'What it means';
COMMENT ON COLUMN ref_scopes.source IS 'Where the row is from';


-- ref_offices: What is recognised
-- grain: one row per word
CREATE TABLE ref_offices (
    office VARCHAR NOT NULL,
    matter VARCHAR NOT NULL,
    definition VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    PRIMARY KEY (office)
);

COMMENT ON TABLE ref_offices IS 'What is recognised; one row per word';
COMMENT ON COLUMN ref_offices.office IS 'The word';
COMMENT ON COLUMN ref_offices.matter IS 'claimant (who it is or governs) or land (what it holds): stances on the two stand side by side';
COMMENT ON COLUMN ref_offices.definition IS 'What it means';
COMMENT ON COLUMN ref_offices.source IS 'Where the row is from';


-- ref_meet_modes: How sides met
-- grain: one row per word
CREATE TABLE ref_meet_modes (
    mode VARCHAR NOT NULL,
    definition VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    PRIMARY KEY (mode)
);

COMMENT ON TABLE ref_meet_modes IS 'How sides met; one row per word';
COMMENT ON COLUMN ref_meet_modes.mode IS 'The word';
COMMENT ON COLUMN ref_meet_modes.definition IS 'What it means';
COMMENT ON COLUMN ref_meet_modes.source IS 'Where the row is from';


-- ref_attribution_modes: How a text stands to what it tells
-- grain: one row per word
CREATE TABLE ref_attribution_modes (
    mode VARCHAR NOT NULL,
    definition VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    PRIMARY KEY (mode)
);

COMMENT ON TABLE ref_attribution_modes IS 'How a text stands to what it tells; one row per word';
COMMENT ON COLUMN ref_attribution_modes.mode IS 'The word';
COMMENT ON COLUMN ref_attribution_modes.definition IS 'What it means';
COMMENT ON COLUMN ref_attribution_modes.source IS 'Where the row is from';


-- ref_link_kinds: What one claim has to do with another
-- grain: one row per word
CREATE TABLE ref_link_kinds (
    kind VARCHAR NOT NULL,
    definition VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    PRIMARY KEY (kind)
);

COMMENT ON TABLE ref_link_kinds IS 'What one claim has to do with another; one row per word';
COMMENT ON COLUMN ref_link_kinds.kind IS 'The word';
COMMENT ON COLUMN ref_link_kinds.definition IS 'What it means';
COMMENT ON COLUMN ref_link_kinds.source IS 'Where the row is from';


-- ref_reading_fields: What of a claim may be read two ways
-- grain: one row per word
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


-- ref_reading_rules: Why words may be read two ways, and which reading is preferred
-- grain: one row per rule
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


-- ref_comparators: How a number is meant
-- grain: one row per word
CREATE TABLE ref_comparators (
    comparator VARCHAR NOT NULL,
    definition VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    PRIMARY KEY (comparator)
);

COMMENT ON TABLE ref_comparators IS 'How a number is meant; one row per word';
COMMENT ON COLUMN ref_comparators.comparator IS 'The word';
COMMENT ON COLUMN ref_comparators.definition IS 'What it means';
COMMENT ON COLUMN ref_comparators.source IS 'Where the row is from';


-- ref_set_aside_reasons: Why an input was set aside
-- grain: one row per word
CREATE TABLE ref_set_aside_reasons (
    reason VARCHAR NOT NULL,
    remedy VARCHAR NOT NULL,
    definition VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    PRIMARY KEY (reason)
);

COMMENT ON TABLE ref_set_aside_reasons IS 'Why an input was set aside; one row per word';
COMMENT ON COLUMN ref_set_aside_reasons.reason IS 'The word';
COMMENT ON COLUMN ref_set_aside_reasons.remedy IS 'What to do about it';
COMMENT ON COLUMN ref_set_aside_reasons.definition IS 'What it means';
COMMENT ON COLUMN ref_set_aside_reasons.source IS 'Where the row is from';
