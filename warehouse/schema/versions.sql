-- versions: Texts of articles, kept exactly as read
-- grain: one row per text
CREATE TABLE versions (
    version_id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    title VARCHAR,
    text VARCHAR NOT NULL,
    n_chars INTEGER NOT NULL,
    language VARCHAR NOT NULL,
    author VARCHAR,
    published_date DATE NOT NULL,
    published_basis VARCHAR NOT NULL,
    speaker VARCHAR,
    known_on DATE NOT NULL,
    raw_sha256 VARCHAR NOT NULL,
    published_precision VARCHAR NOT NULL,
    published_time_zone VARCHAR,
    PRIMARY KEY (version_id),
    CHECK (version_id <> ''),
    CHECK (n_chars = length(text))
);

COMMENT ON TABLE versions IS 'Texts of articles, kept exactly as read; one row per text';
COMMENT ON COLUMN versions.version_id IS 'Hash of the text';
COMMENT ON COLUMN versions.article_id IS 'Article it is a version of';
COMMENT ON COLUMN versions.title IS 'Title as read; NULL where there is none';
COMMENT ON COLUMN versions.text IS 'Text exactly as read; every offset refers to it';
COMMENT ON COLUMN versions.n_chars IS 'Length of the text in Unicode code points';
COMMENT ON COLUMN versions.language IS 'ISO 639-1 code of the text';
COMMENT ON COLUMN versions.author IS 'Author as named by the page; NULL where it names none';
COMMENT ON COLUMN versions.published_date IS 'Calendar day on which the world could know the text';
COMMENT ON COLUMN versions.published_basis IS 'How that day is known, such as given, feed, metadata, url, path, record or text';
COMMENT ON COLUMN versions.speaker IS 'Actor who speaks as we in a release of its own; NULL otherwise';
COMMENT ON COLUMN versions.known_on IS 'Night under which the raw store first got the bytes; the earliest where several nights read the text';
COMMENT ON COLUMN versions.raw_sha256 IS 'SHA-256 of the raw bytes, hexadecimal';
COMMENT ON COLUMN versions.published_precision IS 'How exactly that day is known; word of ref_precisions';
COMMENT ON COLUMN versions.published_time_zone IS 'IANA time zone of the source in which a written moment became that day; NULL where the day stands as written';
