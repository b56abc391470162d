-- corrected_values: What the machine had read where people set another value
-- grain: one row per claim and field
CREATE TABLE corrected_values (
    claim_id VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    machine_value VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    correction_id VARCHAR NOT NULL,
    PRIMARY KEY (claim_id, field)
);

COMMENT ON TABLE corrected_values IS 'What the machine had read where people set another value; one row per claim and field';
COMMENT ON COLUMN corrected_values.claim_id IS 'Claim';
COMMENT ON COLUMN corrected_values.field IS 'Field that was set, as in corrections.fixed';
COMMENT ON COLUMN corrected_values.machine_value IS 'JSON of the cells and rows that the machine had made';
COMMENT ON COLUMN corrected_values.value IS 'Value in their place';
COMMENT ON COLUMN corrected_values.correction_id IS 'Row of corrections.csv that sets it';
