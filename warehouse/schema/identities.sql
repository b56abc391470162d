-- identities: Who a name of a text is across texts
-- grain: one row per text and named actor that is tied to an identity
CREATE TABLE identities (
    version_id VARCHAR NOT NULL,
    actor_id VARCHAR NOT NULL,
    identity_id VARCHAR NOT NULL,
    score DOUBLE NOT NULL,
    rule VARCHAR NOT NULL,
    PRIMARY KEY (version_id, actor_id),
    CHECK (score >= 0 AND score <= 1)
);

COMMENT ON TABLE identities IS 'Who a name of a text is across texts; one row per text and named actor that is tied to an identity';
COMMENT ON COLUMN identities.version_id IS 'Text that names it';
COMMENT ON COLUMN identities.actor_id IS 'Actor as the text names it';
COMMENT ON COLUMN identities.identity_id IS 'Who that is across texts: NAME: and the full name, or the actor_id of a row of the seeds';
COMMENT ON COLUMN identities.score IS 'How sure the tie is, 0 to 1';
COMMENT ON COLUMN identities.rule IS 'Rule that tied the name to the identity';
