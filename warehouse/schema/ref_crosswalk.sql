-- ref_crosswalk: Codes of PLOVER and CAMEO; of the rows that fit a claim the most specific one counts, and a claim that none fits has no code
-- grain: one row per type, action and narrowing
CREATE TABLE ref_crosswalk (
    type VARCHAR NOT NULL,
    action VARCHAR NOT NULL,
    mode VARCHAR,
    status_group VARCHAR,
    status VARCHAR,
    plover VARCHAR,
    plover_mode VARCHAR,
    cameo VARCHAR,
    source VARCHAR NOT NULL
);

COMMENT ON TABLE ref_crosswalk IS 'Codes of PLOVER and CAMEO; of the rows that fit a claim the most specific one counts, and a claim that none fits has no code; one row per type, action and narrowing';
COMMENT ON COLUMN ref_crosswalk.type IS 'Word of ref_types';
COMMENT ON COLUMN ref_crosswalk.action IS 'Word of ref_actions';
COMMENT ON COLUMN ref_crosswalk.mode IS 'Word of ref_meet_modes or, for sanctions, of ref_scopes; NULL fits any';
COMMENT ON COLUMN ref_crosswalk.status_group IS 'Status group; NULL fits any';
COMMENT ON COLUMN ref_crosswalk.status IS 'Word of ref_statuses; NULL fits any of the group';
COMMENT ON COLUMN ref_crosswalk.plover IS 'PLOVER event type; NULL where it has none';
COMMENT ON COLUMN ref_crosswalk.plover_mode IS 'PLOVER mode; NULL where it has none';
COMMENT ON COLUMN ref_crosswalk.cameo IS 'CAMEO code; NULL where it has none';
COMMENT ON COLUMN ref_crosswalk.source IS 'Table or manual followed, and which one is pinned where they differ';
