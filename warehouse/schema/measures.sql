-- measures: Measures of sanction claims
-- grain: one row per claim and measure
CREATE TABLE measures (
    claim_id VARCHAR NOT NULL,
    measure VARCHAR NOT NULL,
    PRIMARY KEY (claim_id, measure)
);

COMMENT ON TABLE measures IS 'Measures of sanction claims; one row per claim and measure';
COMMENT ON COLUMN measures.claim_id IS 'Claim it belongs to';
COMMENT ON COLUMN measures.measure IS 'Word of ref_measures';
