-- 0014: one number for all keys of a signature, by which texts of the same words are found without reading all keys
CREATE TABLE signatures_with_all_keys (
    version_id VARCHAR NOT NULL,
    method VARCHAR NOT NULL,
    keys UINTEGER [] NOT NULL,
    placed_as VARCHAR NOT NULL,
    all_keys UBIGINT NOT NULL,
    PRIMARY KEY (version_id)
);
INSERT INTO signatures_with_all_keys
SELECT s.version_id, s.method, s.keys, s.placed_as, md5_number_lower(s.keys::VARCHAR) AS all_keys
FROM signatures AS s
ORDER BY s.rowid;
DROP TABLE signatures;
ALTER TABLE signatures_with_all_keys RENAME TO signatures;

COMMENT ON TABLE signatures IS 'By what near copies are looked for, derived from versions; one row per text';
COMMENT ON COLUMN signatures.version_id IS 'Text';
COMMENT ON COLUMN signatures.method IS 'How the keys were made; of another method they are made anew';
COMMENT ON COLUMN signatures.keys IS 'MinHash keys in their order: texts that share one in its place are compared';
COMMENT ON COLUMN signatures.placed_as IS 'Night known, day published, source and article of the text when copies were last sought';
COMMENT ON COLUMN signatures.all_keys IS 'One number for all keys: texts of the same words have the same';
