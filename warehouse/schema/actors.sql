-- actors: Whoever acts or is acted on
-- grain: one row per actor
CREATE TABLE actors (
    actor_id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    PRIMARY KEY (actor_id),
    CHECK (actor_id <> '')
);

COMMENT ON TABLE actors IS 'Whoever acts or is acted on; one row per actor';
COMMENT ON COLUMN actors.actor_id IS 'ISO 3166-1 alpha-3 code of a state, acronym of a body, NAME: and a name, or OPEN: and the words for an unnamed group';
COMMENT ON COLUMN actors.kind IS 'What it is, such as state, body, person or group';
COMMENT ON COLUMN actors.name IS 'Name to show';
