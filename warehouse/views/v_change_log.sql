-- name: the change log: what people changed, with before and after, who, when and why
-- grain: one row per row of corrections.csv
-- reads: corrections, v_corrections
-- note: a decision taken back is no more in corrections.csv, so it is in the file's history and not here
CREATE VIEW v_change_log AS
SELECT
    v.decided_on,
    v.decided_by,
    v.decision,
    v.claim_id,
    v.other_claim_id,
    v.told,
    v.fixed,
    c.before,
    c.after,
    v.state,
    v.why,
    v.sentence,
    v.title,
    v.url,
    v.correction_id
FROM v_corrections AS v
INNER JOIN corrections AS c ON v.correction_id = c.correction_id
ORDER BY v.decided_on DESC, v.correction_id;

COMMENT ON VIEW v_change_log IS 'The change log: what people changed, with before and after, who, when and why; one row per row of corrections.csv';
COMMENT ON COLUMN v_change_log.decided_on IS 'Calendar day of the decision';
COMMENT ON COLUMN v_change_log.decided_by IS 'Who decided';
COMMENT ON COLUMN v_change_log.decision IS 'accept, reject, fix, merge or split';
COMMENT ON COLUMN v_change_log.claim_id IS 'Claim; NULL where none fits any more';
COMMENT ON COLUMN v_change_log.other_claim_id IS 'Second claim of a merge or split';
COMMENT ON COLUMN v_change_log.told IS 'What the claim told when it was decided on';
COMMENT ON COLUMN v_change_log.fixed IS 'Field that a fix sets';
COMMENT ON COLUMN v_change_log.before IS 'What the machine says';
COMMENT ON COLUMN v_change_log.after IS 'What holds by the decision; NULL where it does not take effect';
COMMENT ON COLUMN v_change_log.state IS 'applied, superseded or unmatched';
COMMENT ON COLUMN v_change_log.why IS 'Why, in their words';
COMMENT ON COLUMN v_change_log.sentence IS 'Sentence of the claim; NULL where it meets none';
COMMENT ON COLUMN v_change_log.title IS 'Title of the text; NULL where there is none';
COMMENT ON COLUMN v_change_log.url IS 'Canonical address of the article; NULL where there is none';
COMMENT ON COLUMN v_change_log.correction_id IS 'Row of corrections.csv';
