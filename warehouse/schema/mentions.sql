-- mentions: Places where a text names an actor
-- grain: one row per place and actor
CREATE TABLE mentions (
    version_id VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL,
    surface VARCHAR NOT NULL,
    actor_id VARCHAR NOT NULL,
    method VARCHAR NOT NULL,
    PRIMARY KEY (version_id, field, start_char, end_char, actor_id),
    CHECK (start_char >= 0),
    CHECK (end_char > start_char)
);

COMMENT ON TABLE mentions IS 'Places where a text names an actor; one row per place and actor';
COMMENT ON COLUMN mentions.version_id IS 'Version it stands in';
COMMENT ON COLUMN mentions.field IS 'The part of the version it stands in: text or title';
COMMENT ON COLUMN mentions.start_char IS 'First character, 0-based Unicode code point into the field as read';
COMMENT ON COLUMN mentions.end_char IS 'One past the last character';
COMMENT ON COLUMN mentions.surface IS 'The name as the text writes it';
COMMENT ON COLUMN mentions.actor_id IS 'Whom it names';
COMMENT ON COLUMN mentions.method IS 'Rule that tied the name to the actor';
