-- name: every change of state of the three ledgers, by the night that brought it
-- grain: one row per row of a ledger
-- reads: v_recognition_changes, v_sanction_changes, v_ultimatum_changes
-- note: what a night brought has its label in known_on, what it took back in closed_on
CREATE VIEW v_changes AS
SELECT
    'recognitions' AS ledger,
    c.change_id,
    c.claim_id,
    c.recogniser_id AS subject_id,
    c.recogniser_name AS subject_name,
    c.claimant_id AS object_id,
    c.claimant_name AS object_name,
    c.state,
    c.holds,
    c.valid_earliest,
    c.valid_latest,
    c.valid_precision,
    c.standing,
    c.known_on,
    c.closed_on,
    c.closed_by,
    c.sentence,
    c.field,
    c.start_char,
    c.end_char,
    c.version_id,
    c.url
FROM v_recognition_changes AS c
UNION ALL
SELECT
    'sanctions' AS ledger,
    c.change_id,
    c.claim_id,
    c.sender_id AS subject_id,
    c.sender_name AS subject_name,
    c.target_id AS object_id,
    c.target_name AS object_name,
    c.state,
    c.holds,
    c.valid_earliest,
    c.valid_latest,
    c.valid_precision,
    c.standing,
    c.known_on,
    c.closed_on,
    c.closed_by,
    c.sentence,
    c.field,
    c.start_char,
    c.end_char,
    c.version_id,
    c.url
FROM v_sanction_changes AS c
UNION ALL
SELECT
    'ultimatums' AS ledger,
    c.change_id,
    c.claim_id,
    c.demander_id AS subject_id,
    c.demander_name AS subject_name,
    c.target_id AS object_id,
    c.target_name AS object_name,
    c.state,
    c.holds,
    c.valid_earliest,
    c.valid_latest,
    c.valid_precision,
    c.standing,
    c.known_on,
    c.closed_on,
    c.closed_by,
    c.sentence,
    c.field,
    c.start_char,
    c.end_char,
    c.version_id,
    c.url
FROM v_ultimatum_changes AS c;

COMMENT ON VIEW v_changes IS 'Every change of state of the three ledgers, by the night that brought it; one row per row of a ledger';
COMMENT ON COLUMN v_changes.ledger IS 'recognitions, sanctions or ultimatums';
COMMENT ON COLUMN v_changes.change_id IS 'Row of that ledger';
COMMENT ON COLUMN v_changes.claim_id IS 'Claim that tells it; NULL for a notice of a deadline';
COMMENT ON COLUMN v_changes.subject_id IS 'Who recognises, sanctions or demands';
COMMENT ON COLUMN v_changes.subject_name IS 'Its name';
COMMENT ON COLUMN v_changes.object_id IS 'Whom';
COMMENT ON COLUMN v_changes.object_name IS 'Its name';
COMMENT ON COLUMN v_changes.state IS 'Word of ref_ledger_states';
COMMENT ON COLUMN v_changes.holds IS 'Whether it stands from then on; NULL for what is told and changes nothing';
COMMENT ON COLUMN v_changes.valid_earliest IS 'First calendar day on which it can have begun; NULL where the text does not say';
COMMENT ON COLUMN v_changes.valid_latest IS 'Calendar day by which it had begun';
COMMENT ON COLUMN v_changes.valid_precision IS 'Word of ref_precisions for the two';
COMMENT ON COLUMN v_changes.standing IS 'machine, confirmed or disputed';
COMMENT ON COLUMN v_changes.known_on IS 'Night under which it became known to the warehouse';
COMMENT ON COLUMN v_changes.closed_on IS 'Calendar day from which it is no more believed; NULL while it stands';
COMMENT ON COLUMN v_changes.closed_by IS 'What closed it; NULL while it stands';
COMMENT ON COLUMN v_changes.sentence IS 'The one sentence that says so; NULL where the claim is no more, or lacks its evidence';
COMMENT ON COLUMN v_changes.field IS 'Part of the version the sentence stands in: text or title';
COMMENT ON COLUMN v_changes.start_char IS 'First character of the sentence, 0-based Unicode code point into the field';
COMMENT ON COLUMN v_changes.end_char IS 'One past its last character';
COMMENT ON COLUMN v_changes.version_id IS 'Text that tells it';
COMMENT ON COLUMN v_changes.url IS 'Canonical address of the article; NULL where there is none';
