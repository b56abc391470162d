-- signatures: By what near copies are looked for
-- grain: one row per text
CREATE TABLE signatures (
    version_id VARCHAR NOT NULL,
    method VARCHAR NOT NULL,
    keys UINTEGER [] NOT NULL,
    placed_as VARCHAR NOT NULL,
    all_keys UBIGINT NOT NULL,
    PRIMARY KEY (version_id)
);

COMMENT ON TABLE signatures IS 'By what near copies are looked for, derived from versions; one row per text';
COMMENT ON COLUMN signatures.version_id IS 'Text';
COMMENT ON COLUMN signatures.method IS 'How the keys were made; of another method they are made anew';
COMMENT ON COLUMN signatures.keys IS 'MinHash keys in their order: texts that share one in its place are compared';
COMMENT ON COLUMN signatures.placed_as IS 'Night known, day published, source and article of the text when copies were last sought';
COMMENT ON COLUMN signatures.all_keys IS 'One number for all keys: texts of the same words have the same';
