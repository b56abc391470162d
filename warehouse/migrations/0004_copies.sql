-- 0004: near copies of texts, and the signatures by which they are found
-- note: the next night that is loaded makes both for the texts there
CREATE TABLE copies (
    version_id VARCHAR NOT NULL,
    copy_of VARCHAR NOT NULL,
    similarity DOUBLE NOT NULL,
    rule VARCHAR NOT NULL,
    PRIMARY KEY (version_id),
    CHECK (copy_of <> version_id),
    CHECK (similarity > 0 AND similarity <= 1),
    CHECK (rule IN ('same words', 'near copy', 'shortened'))
);

COMMENT ON TABLE copies IS 'Texts that are nearly the same as one known earlier, such as a wire story in another paper; one row per text that is a copy';
COMMENT ON COLUMN copies.version_id IS 'The copy';
COMMENT ON COLUMN copies.copy_of IS 'The text known first, itself no copy, and no version of the same article';
COMMENT ON COLUMN copies.similarity IS 'Share of the three-word shingles of both texts that both hold, 0 to 1';
COMMENT ON COLUMN copies.rule IS 'same words (they differ in case and punctuation at most), near copy, or shortened (nearly all of one stands in the other)';

CREATE TABLE signatures (
    version_id VARCHAR NOT NULL,
    method VARCHAR NOT NULL,
    keys UINTEGER [] NOT NULL,
    placed_as VARCHAR NOT NULL,
    PRIMARY KEY (version_id)
);

COMMENT ON TABLE signatures IS 'By what near copies are looked for, derived from versions; one row per text';
COMMENT ON COLUMN signatures.version_id IS 'Text';
COMMENT ON COLUMN signatures.method IS 'How the keys were made; of another method they are made anew';
COMMENT ON COLUMN signatures.keys IS 'MinHash keys in their order: texts that share one in its place are compared';
COMMENT ON COLUMN signatures.placed_as IS 'Night known, day published, source and article of the text when copies were last sought';
