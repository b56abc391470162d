-- namings: What one text says of one name that no row of the seeds bears
-- grain: one row per text and named actor
CREATE TABLE namings (
    version_id VARCHAR NOT NULL,
    actor_id VARCHAR NOT NULL,
    surname VARCHAR NOT NULL,
    published_date DATE NOT NULL,
    full_name VARCHAR,
    states VARCHAR,
    candidate_id VARCHAR,
    score DOUBLE NOT NULL,
    rule VARCHAR NOT NULL,
    knowledge VARCHAR NOT NULL,
    PRIMARY KEY (version_id, actor_id),
    CHECK (score >= 0 AND score <= 1)
);

COMMENT ON TABLE namings IS 'What one text says of one name that no row of the seeds bears, by which identities are tied; one row per text and named actor';
COMMENT ON COLUMN namings.version_id IS 'Text that names it';
COMMENT ON COLUMN namings.actor_id IS 'Actor as the text names it';
COMMENT ON COLUMN namings.surname IS 'Surname without case and accents: names of one surname are compared';
COMMENT ON COLUMN namings.published_date IS 'Calendar day on which the world could know the text';
COMMENT ON COLUMN namings.full_name IS 'Full name that the text gives; NULL where it gives none or several';
COMMENT ON COLUMN namings.states IS 'ISO 3166-1 alpha-3 codes of the states that the text puts beside the name, joined with |; NULL where none';
COMMENT ON COLUMN namings.candidate_id IS 'Whom the text alone points to; NULL where to nobody';
COMMENT ON COLUMN namings.score IS 'How sure that is, 0 to 1';
COMMENT ON COLUMN namings.rule IS 'Rule that pointed there, or why it stays open';
COMMENT ON COLUMN namings.knowledge IS 'Hash of the seeds with which it was read; with others it is read anew';
