-- quantities: Quantities that claims tell of
-- grain: one row per counted thing of a claim
CREATE TABLE quantities (
    claim_id VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    value DOUBLE NOT NULL,
    comparator VARCHAR NOT NULL,
    unit VARCHAR NOT NULL,
    PRIMARY KEY (claim_id, ordinal),
    CHECK (ordinal >= 0)
);

COMMENT ON TABLE quantities IS 'Quantities that claims tell of; one row per counted thing of a claim';
COMMENT ON COLUMN quantities.claim_id IS 'Claim it belongs to';
COMMENT ON COLUMN quantities.ordinal IS 'Place within the claim, from 0';
COMMENT ON COLUMN quantities.value IS 'Number, counted in unit';
COMMENT ON COLUMN quantities.comparator IS 'Word of ref_comparators';
COMMENT ON COLUMN quantities.unit IS 'What is counted, singular, such as person or country';
