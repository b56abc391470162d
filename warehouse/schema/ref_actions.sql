-- ref_actions: Actions of each type
-- grain: one row per type and action
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
