-- name: every decision of a person on a claim, with what came of it
-- grain: one row per row of corrections.csv
-- reads: corrections, evidence, versions, articles
-- note: unmatched ones are kept and listed: their text is not in the warehouse, or it tells something else by now
CREATE VIEW v_corrections AS
SELECT
    c.correction_id,
    c.decision,
    c.state,
    c.reason,
    c.claim_id,
    c.other_claim_id,
    c.told,
    c.fixed,
    c.value,
    c.decided_by,
    c.decided_on,
    c.why,
    q.quote AS sentence,
    c.version_id,
    c.field,
    c.start_char,
    c.end_char,
    v.title,
    a.canonical_url AS url
FROM corrections AS c
LEFT JOIN evidence AS q ON c.claim_id = q.claim_id AND q.kind = 'sentence'
LEFT JOIN versions AS v ON c.version_id = v.version_id
LEFT JOIN articles AS a ON v.article_id = a.article_id;

COMMENT ON VIEW v_corrections IS 'Every decision of a person on a claim, with what came of it; one row per row of corrections.csv';
COMMENT ON COLUMN v_corrections.correction_id IS 'Row of corrections.csv';
COMMENT ON COLUMN v_corrections.decision IS 'accept, reject, fix, merge or split';
COMMENT ON COLUMN v_corrections.state IS 'applied, superseded or unmatched';
COMMENT ON COLUMN v_corrections.reason IS 'Why it does not take effect; NULL where it does';
COMMENT ON COLUMN v_corrections.claim_id IS 'Claim that it meets; NULL where it meets none';
COMMENT ON COLUMN v_corrections.other_claim_id IS 'Second claim of a merge or split';
COMMENT ON COLUMN v_corrections.told IS 'What the claim told when it was decided on';
COMMENT ON COLUMN v_corrections.fixed IS 'Field that a fix sets';
COMMENT ON COLUMN v_corrections.value IS 'Value that it sets';
COMMENT ON COLUMN v_corrections.decided_by IS 'Who decided';
COMMENT ON COLUMN v_corrections.decided_on IS 'Calendar day of the decision';
COMMENT ON COLUMN v_corrections.why IS 'Why, in their words';
COMMENT ON COLUMN v_corrections.sentence IS 'Sentence of the claim; NULL where it meets none';
COMMENT ON COLUMN v_corrections.version_id IS 'Text of the claim';
COMMENT ON COLUMN v_corrections.field IS 'Part of the version that the sentence stands in: text or title';
COMMENT ON COLUMN v_corrections.start_char IS 'First character of the sentence, 0-based Unicode code point into the field';
COMMENT ON COLUMN v_corrections.end_char IS 'One past its last character';
COMMENT ON COLUMN v_corrections.title IS 'Title of the text; NULL where there is none';
COMMENT ON COLUMN v_corrections.url IS 'Canonical address of the article; NULL where there is none';
