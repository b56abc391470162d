-- reviews: What people decided of claims
-- grain: one row per claim that somebody reviewed
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
