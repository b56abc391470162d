-- name: where each recogniser stood on each claimant, from when until when, by all that is known
-- grain: one row per recogniser, claimant, matter and unbroken run of one stance
-- reads: recognition_history_told_by
-- stored: what is published holds its rows, made each night
CREATE VIEW v_recognition_history AS
SELECT t.* FROM recognition_history_told_by(DATE '9999-12-30', DATE '9999-12-31') AS t;

COMMENT ON VIEW v_recognition_history IS 'Where each recogniser stood on each claimant, from when until when, by all that is known; one row per recogniser, claimant, matter and unbroken run of one stance';
COMMENT ON COLUMN v_recognition_history.recogniser_id IS 'Who recognises, or does not';
COMMENT ON COLUMN v_recognition_history.claimant_id IS 'Whose claim it is';
COMMENT ON COLUMN v_recognition_history.matter IS 'What is recognised: the claimant, or land';
COMMENT ON COLUMN v_recognition_history.run IS 'Number of the run among those of these sides';
COMMENT ON COLUMN v_recognition_history.stance IS 'Word of ref_ledger_states';
COMMENT ON COLUMN v_recognition_history.office IS 'Word of ref_offices of the last claim of the run; NULL where unknown';
COMMENT ON COLUMN v_recognition_history.about_id IS 'State concerned; NULL where no text names one';
COMMENT ON COLUMN v_recognition_history.begun_on IS 'Calendar day by which the run had begun';
COMMENT ON COLUMN v_recognition_history.since_start IS 'First calendar day on which it can have begun; NULL where no text says';
COMMENT ON COLUMN v_recognition_history.since_end IS 'Calendar day by which it had begun, of the claim that dates it';
COMMENT ON COLUMN v_recognition_history.since_precision IS 'Word of ref_precisions for the two';
COMMENT ON COLUMN v_recognition_history.since_claim_id IS 'Claim that dates it';
COMMENT ON COLUMN v_recognition_history.claim_id IS 'Last claim that tells it';
COMMENT ON COLUMN v_recognition_history.version_id IS 'Text of that claim';
COMMENT ON COLUMN v_recognition_history.published_date IS 'Calendar day on which the world could know that claim';
COMMENT ON COLUMN v_recognition_history.known_on IS 'Night under which that claim became known to the warehouse';
COMMENT ON COLUMN v_recognition_history.n_claims IS 'Claims of the run';
COMMENT ON COLUMN v_recognition_history.until_on IS 'Day by which the next run had begun; NULL while it lasts';
COMMENT ON COLUMN v_recognition_history.until_start IS 'First day on which that can have been; NULL where no text says';
COMMENT ON COLUMN v_recognition_history.then_stance IS 'Stance of the next run; NULL while it lasts';
