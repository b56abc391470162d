-- appearances: Places where a text was seen; the same text in a second article is an appearance, not a second text
-- grain: one row per article, version and place where it was seen
CREATE TABLE appearances (
    article_id VARCHAR NOT NULL,
    version_id VARCHAR NOT NULL,
    source_id VARCHAR NOT NULL,
    locator VARCHAR NOT NULL,
    published_date DATE NOT NULL,
    known_on DATE NOT NULL,
    PRIMARY KEY (article_id, version_id, locator)
);

COMMENT ON TABLE appearances IS 'Places where a text was seen; the same text in a second article is an appearance, not a second text; one row per article, version and place where it was seen';
COMMENT ON COLUMN appearances.article_id IS 'Article that carried the text';
COMMENT ON COLUMN appearances.version_id IS 'The text';
COMMENT ON COLUMN appearances.source_id IS 'Source of that article';
COMMENT ON COLUMN appearances.locator IS 'Address or path it was read at';
COMMENT ON COLUMN appearances.published_date IS 'Calendar day on which it was published there';
COMMENT ON COLUMN appearances.known_on IS 'Night under which the raw store first got the bytes';
