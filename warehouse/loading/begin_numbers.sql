-- name: texts by number and their keys one by one, as far as they are reached; none yet
-- grain: one row per version; one row per key of a text, `place` is the key's place in the signature
CREATE OR REPLACE TEMP TABLE numbered (
    number BIGINT,
    night DATE,
    version_id VARCHAR,
    article_id VARCHAR,
    published_date DATE,
    place BIGINT,
    placed_as VARCHAR
);
CREATE OR REPLACE TEMP TABLE text_keys (number BIGINT, place UTINYINT, key UINTEGER)
