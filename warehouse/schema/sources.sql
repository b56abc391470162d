-- sources: Where articles come from
-- grain: one row per source
CREATE TABLE sources (
    source_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    locator VARCHAR NOT NULL,
    country VARCHAR,
    speaker VARCHAR,
    language VARCHAR,
    licence VARCHAR,
    PRIMARY KEY (source_id)
);

COMMENT ON TABLE sources IS 'Where articles come from; one row per source';
COMMENT ON COLUMN sources.source_id IS 'Key of the source';
COMMENT ON COLUMN sources.name IS 'Name as a reader knows it';
COMMENT ON COLUMN sources.kind IS 'How it is read, such as folder, file or feed';
COMMENT ON COLUMN sources.locator IS 'Where it is read from: an address, or a path below the project';
COMMENT ON COLUMN sources.country IS 'ISO 3166-1 alpha-3 code of the seat; NULL where unknown or none';
COMMENT ON COLUMN sources.speaker IS 'Actor who speaks as we in its own releases; NULL for a newspaper or the like';
COMMENT ON COLUMN sources.language IS 'ISO 639-1 code of what it publishes; NULL where unknown';
COMMENT ON COLUMN sources.licence IS 'Licence of its texts; NULL where unknown';
