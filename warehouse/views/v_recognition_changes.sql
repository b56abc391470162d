-- name: every change of who recognises whom that a claim tells, with its sentence
-- grain: one row per claim, recogniser and claimant, and per reading of it
-- reads: recognition_changes, ref_ledger_states, reviews, evidence, versions, articles, v_actors
-- note: closed rows are what an earlier version of the extractor or an uncorrected claim told; macros
--   recognition_history and recognition_as_of say what follows from the rows
CREATE VIEW v_recognition_changes AS
SELECT
    c.change_id,
    c.claim_id,
    c.recogniser_id,
    shown_name(a.name, c.recogniser_id) AS recogniser_name,
    c.claimant_id,
    shown_name(b.name, c.claimant_id) AS claimant_name,
    c.matter,
    c.office,
    c.about_id,
    c.state,
    s.holds,
    c.valid_earliest,
    c.valid_latest,
    c.valid_precision,
    c.is_background,
    coalesce(r.standing, 'machine') AS standing,
    c.published_date,
    c.known_on,
    c.closed_on,
    c.closed_by,
    c.extractor_version,
    q.quote AS sentence,
    c.field,
    c.start_char,
    c.end_char,
    c.version_id,
    v.title,
    l.canonical_url AS url
FROM recognition_changes AS c
INNER JOIN ref_ledger_states AS s ON s.ledger = 'recognitions' AND c.state = s.state
LEFT JOIN v_actors AS a ON c.recogniser_id = a.actor_id
LEFT JOIN v_actors AS b ON c.claimant_id = b.actor_id
LEFT JOIN reviews AS r ON c.claim_id = r.claim_id
LEFT JOIN evidence AS q ON c.claim_id = q.claim_id AND q.kind = 'sentence'
LEFT JOIN versions AS v ON c.version_id = v.version_id
LEFT JOIN articles AS l ON v.article_id = l.article_id;

COMMENT ON VIEW v_recognition_changes IS 'Every change of who recognises whom that a claim tells, with its sentence; one row per claim, recogniser and claimant, and per reading of it';
COMMENT ON COLUMN v_recognition_changes.change_id IS 'Row of the ledger';
COMMENT ON COLUMN v_recognition_changes.claim_id IS 'Claim that tells it';
COMMENT ON COLUMN v_recognition_changes.recogniser_id IS 'Who takes the stance';
COMMENT ON COLUMN v_recognition_changes.recogniser_name IS 'Its name';
COMMENT ON COLUMN v_recognition_changes.claimant_id IS 'On whom';
COMMENT ON COLUMN v_recognition_changes.claimant_name IS 'Its name';
COMMENT ON COLUMN v_recognition_changes.matter IS 'claimant (who it is or governs) or land (what it holds)';
COMMENT ON COLUMN v_recognition_changes.office IS 'Word of ref_offices; NULL where the text does not say';
COMMENT ON COLUMN v_recognition_changes.about_id IS 'State concerned; NULL where the text names none';
COMMENT ON COLUMN v_recognition_changes.state IS 'Word of ref_ledger_states';
COMMENT ON COLUMN v_recognition_changes.holds IS 'Whether it stands from then on; NULL for what is told and changes nothing';
COMMENT ON COLUMN v_recognition_changes.valid_earliest IS 'First calendar day on which it can have begun; NULL where the text does not say';
COMMENT ON COLUMN v_recognition_changes.valid_latest IS 'Calendar day by which it had begun';
COMMENT ON COLUMN v_recognition_changes.valid_precision IS 'Word of ref_precisions for the two';
COMMENT ON COLUMN v_recognition_changes.is_background IS 'Whether it is told as past and without a day';
COMMENT ON COLUMN v_recognition_changes.standing IS 'machine, confirmed (somebody accepted or fixed it) or disputed (somebody rejected it: it makes no state)';
COMMENT ON COLUMN v_recognition_changes.published_date IS 'Calendar day on which the world could know it';
COMMENT ON COLUMN v_recognition_changes.known_on IS 'Night under which it became known to the warehouse';
COMMENT ON COLUMN v_recognition_changes.closed_on IS 'Calendar day from which it is no more believed; NULL while it stands';
COMMENT ON COLUMN v_recognition_changes.closed_by IS 'What closed it; NULL while it stands';
COMMENT ON COLUMN v_recognition_changes.extractor_version IS 'Version of the extractor that told it';
COMMENT ON COLUMN v_recognition_changes.sentence IS 'The one sentence that says so; NULL where the claim is no more, or lacks its evidence';
COMMENT ON COLUMN v_recognition_changes.field IS 'Part of the version the sentence stands in: text or title';
COMMENT ON COLUMN v_recognition_changes.start_char IS 'First character of the sentence, 0-based Unicode code point into the field';
COMMENT ON COLUMN v_recognition_changes.end_char IS 'One past its last character';
COMMENT ON COLUMN v_recognition_changes.version_id IS 'Text that tells it';
COMMENT ON COLUMN v_recognition_changes.title IS 'Title of the article; NULL where there is none';
COMMENT ON COLUMN v_recognition_changes.url IS 'Canonical address of the article; NULL where there is none';
