-- 0006: who a name of a text is across texts, what people decided of claims, and which texts wait to be worked through
-- note: texts that were loaded before have no identities until they are extracted again: their names stay open
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

CREATE TABLE reviews (
    claim_id VARCHAR NOT NULL,
    standing VARCHAR NOT NULL,
    decided_on DATE NOT NULL,
    correction_id VARCHAR NOT NULL,
    PRIMARY KEY (claim_id),
    CHECK (standing IN ('confirmed', 'disputed'))
);

COMMENT ON TABLE reviews IS 'What people decided of claims; one row per claim that somebody reviewed';
COMMENT ON COLUMN reviews.claim_id IS 'Claim';
COMMENT ON COLUMN reviews.standing IS 'confirmed (accepted, or right after a fix) or disputed (rejected: it makes no state from that day on)';
COMMENT ON COLUMN reviews.decided_on IS 'Calendar day of the decision';
COMMENT ON COLUMN reviews.correction_id IS 'Row of seeds/corrections.csv that decides';

CREATE TABLE ops_pending (
    version_id VARCHAR NOT NULL,
    PRIMARY KEY (version_id)
);

COMMENT ON TABLE ops_pending IS 'Texts whose claims changed since clusters and ledgers were last brought up to them; one row per text, none between nights';
COMMENT ON COLUMN ops_pending.version_id IS 'Text';
