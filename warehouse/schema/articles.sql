-- articles: Articles by their address
-- grain: one row per article, whatever its versions
CREATE TABLE articles (
    article_id VARCHAR NOT NULL,
    source_id VARCHAR NOT NULL,
    canonical_url VARCHAR,
    PRIMARY KEY (article_id)
);

COMMENT ON TABLE articles IS 'Articles by their address; one row per article, whatever its versions';
COMMENT ON COLUMN articles.article_id IS 'Hash of source and canonical address, or of the text where there is no address';
COMMENT ON COLUMN articles.source_id IS 'Source it was read from';
COMMENT ON COLUMN articles.canonical_url IS 'Address without tracking parts; NULL where there is none';
