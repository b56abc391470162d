-- copies: Texts that are nearly the same as one known earlier
-- grain: one row per text that is a copy
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
