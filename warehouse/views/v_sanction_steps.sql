-- name: the life of each sanction, step by step, by all that is known
-- grain: one row per claim, sender and target that tells a step
-- reads: sanction_steps_told_by
-- stored: what is published holds its rows, made each night
CREATE VIEW v_sanction_steps AS
SELECT t.* FROM sanction_steps_told_by(DATE '9999-12-30', DATE '9999-12-31') AS t;

COMMENT ON VIEW v_sanction_steps IS 'The life of each sanction, step by step, by all that is known; one row per claim, sender and target that tells a step';
COMMENT ON COLUMN v_sanction_steps.episode_id IS 'Sender, target, scope and number of the episode';
COMMENT ON COLUMN v_sanction_steps.sender_id IS 'Who sanctions, or would';
COMMENT ON COLUMN v_sanction_steps.target_id IS 'Who is sanctioned, or would be';
COMMENT ON COLUMN v_sanction_steps.scope IS 'Word of ref_scopes; NULL where unknown';
COMMENT ON COLUMN v_sanction_steps.episode IS 'Number of the episode among those of these sides, from 1';
COMMENT ON COLUMN v_sanction_steps.turn IS 'Place of the step among all that is told of these sides';
COMMENT ON COLUMN v_sanction_steps.state IS 'Word of ref_ledger_states';
COMMENT ON COLUMN v_sanction_steps.in_force IS 'Whether the sanction is in force after the step; NULL before any step that says so';
COMMENT ON COLUMN v_sanction_steps.holds IS 'Whether the step puts it in force (true), ends it (false) or changes neither (NULL)';
COMMENT ON COLUMN v_sanction_steps.about_id IS 'State concerned; NULL where the text names none';
COMMENT ON COLUMN v_sanction_steps.measures IS 'Measures that the claim names';
COMMENT ON COLUMN v_sanction_steps.valid_earliest IS 'First calendar day on which the step can have happened; NULL where no text says';
COMMENT ON COLUMN v_sanction_steps.valid_latest IS 'Calendar day by which it had happened';
COMMENT ON COLUMN v_sanction_steps.valid_precision IS 'Word of ref_precisions for the two';
COMMENT ON COLUMN v_sanction_steps.until_on IS 'Day of the next step of these sides; NULL for the last';
COMMENT ON COLUMN v_sanction_steps.change_id IS 'Row of the ledger';
COMMENT ON COLUMN v_sanction_steps.claim_id IS 'Claim that tells it';
COMMENT ON COLUMN v_sanction_steps.version_id IS 'Text of the claim';
COMMENT ON COLUMN v_sanction_steps.published_date IS 'Calendar day on which the world could know it';
COMMENT ON COLUMN v_sanction_steps.known_on IS 'Night under which it became known to the warehouse';
