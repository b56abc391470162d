-- events: Claims: sanctions, recognitions and diplomatic actions that texts tell of
-- grain: one row per claim: one event as one version tells it
CREATE TABLE events (
    claim_id VARCHAR NOT NULL,
    version_id VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    type VARCHAR NOT NULL,
    action VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    status_rule VARCHAR NOT NULL,
    scope VARCHAR,
    office VARCHAR,
    mode VARCHAR,
    date_start DATE,
    date_end DATE,
    date_precision VARCHAR NOT NULL,
    date_text VARCHAR,
    date_rule VARCHAR NOT NULL,
    venue VARCHAR,
    reason VARCHAR,
    attribution_by VARCHAR,
    attribution_mode VARCHAR NOT NULL,
    confidence DOUBLE,
    extractor_version VARCHAR NOT NULL,
    PRIMARY KEY (claim_id),
    CHECK (claim_id <> ''),
    CHECK (ordinal >= 0),
    CHECK (date_start IS NULL OR date_end IS NULL OR date_end >= date_start),
    CHECK (confidence BETWEEN 0 AND 1)
);

COMMENT ON TABLE events IS 'Claims: sanctions, recognitions and diplomatic actions that texts tell of; one row per claim: one event as one version tells it';
COMMENT ON COLUMN events.claim_id IS 'Hash of version, type, evidence offsets and ordinal';
COMMENT ON COLUMN events.version_id IS 'Version that tells it';
COMMENT ON COLUMN events.ordinal IS 'Place among the claims of the version, from 0';
COMMENT ON COLUMN events.type IS 'Word of ref_types';
COMMENT ON COLUMN events.action IS 'Word of ref_actions, of the same type';
COMMENT ON COLUMN events.status IS 'Word of ref_statuses: whether it is told as done, planned, threatened, denied and so on';
COMMENT ON COLUMN events.status_rule IS 'Rule that decided the status';
COMMENT ON COLUMN events.scope IS 'Word of ref_scopes, for sanctions; NULL otherwise';
COMMENT ON COLUMN events.office IS 'Word of ref_offices: what is recognised; NULL where the text does not say';
COMMENT ON COLUMN events.mode IS 'Word of ref_meet_modes: how sides met; NULL where the text does not say';
COMMENT ON COLUMN events.date_start IS 'First calendar day on which it can have happened; NULL where unknown';
COMMENT ON COLUMN events.date_end IS 'Last calendar day on which it can have happened; NULL where unknown';
COMMENT ON COLUMN events.date_precision IS 'Word of ref_precisions';
COMMENT ON COLUMN events.date_text IS 'Words of the text that date it; NULL where there are none';
COMMENT ON COLUMN events.date_rule IS 'Rule that resolved the date';
COMMENT ON COLUMN events.venue IS 'Place where it happened, in the text''s words; NULL where the text does not say';
COMMENT ON COLUMN events.reason IS 'Why, in the text''s words; NULL where the text does not say';
COMMENT ON COLUMN events.attribution_by IS 'Who says so, in the text''s words; NULL where the text says so itself';
COMMENT ON COLUMN events.attribution_mode IS 'Word of ref_attribution_modes';
COMMENT ON COLUMN events.confidence IS 'Probability that action, actors and targets are right, learned from annotated documents (METHOD.md), 0 to 1';
COMMENT ON COLUMN events.extractor_version IS 'Version of the extractor that made the row';
