-- name: where each recogniser stands on each claimant, by all that is known
-- grain: one row per recogniser, claimant and matter
-- reads: recognition_history, v_actors, events, evidence, versions, articles
-- note: the last run of recognition_history as known now; recognition_as_of(day, known) tells the same of any day and
--   night. since_* is the earliest day told of the unbroken run, so since_start is NULL where no text says when it
--   began; stances on land (territory, capital, border) stand apart from those on the claimant itself
CREATE VIEW v_recognition_stances AS
SELECT
    h.recogniser_id,
    shown_name(a.name, h.recogniser_id) AS recogniser_name,
    h.claimant_id,
    shown_name(b.name, h.claimant_id) AS claimant_name,
    h.matter,
    h.office,
    h.about_id,
    h.stance,
    h.since_start,
    h.since_end,
    h.since_precision,
    h.since_claim_id,
    h.claim_id,
    e.status,
    q.quote AS sentence,
    q.field,
    q.start_char,
    q.end_char,
    v.title,
    l.canonical_url AS url,
    h.published_date,
    h.known_on,
    h.n_claims
FROM recognition_history(DATE '9999-12-31') AS h
LEFT JOIN v_actors AS a ON h.recogniser_id = a.actor_id
LEFT JOIN v_actors AS b ON h.claimant_id = b.actor_id
LEFT JOIN events AS e ON h.claim_id = e.claim_id
LEFT JOIN evidence AS q ON h.claim_id = q.claim_id AND q.kind = 'sentence'
LEFT JOIN versions AS v ON h.version_id = v.version_id
LEFT JOIN articles AS l ON v.article_id = l.article_id
WHERE h.then_stance IS NULL;

COMMENT ON VIEW v_recognition_stances IS 'Where each recogniser stands on each claimant, by all that is known; one row per recogniser, claimant and matter';
COMMENT ON COLUMN v_recognition_stances.recogniser_id IS 'Who takes the stance';
COMMENT ON COLUMN v_recognition_stances.recogniser_name IS 'Its name';
COMMENT ON COLUMN v_recognition_stances.claimant_id IS 'On whom';
COMMENT ON COLUMN v_recognition_stances.claimant_name IS 'Its name';
COMMENT ON COLUMN v_recognition_stances.matter IS 'claimant (who it is or governs) or land (what it holds)';
COMMENT ON COLUMN v_recognition_stances.office IS 'Word of ref_offices that the latest claim names; NULL where it does not say';
COMMENT ON COLUMN v_recognition_stances.about_id IS 'State concerned; NULL where no text names one';
COMMENT ON COLUMN v_recognition_stances.stance IS 'recognises, backs, refuses, withdrew or neutral, as ref_ledger_states has it';
COMMENT ON COLUMN v_recognition_stances.since_start IS 'First calendar day on which the stance can have begun; NULL where no text says';
COMMENT ON COLUMN v_recognition_stances.since_end IS 'Last calendar day on which it can have begun';
COMMENT ON COLUMN v_recognition_stances.since_precision IS 'Word of ref_precisions for the two';
COMMENT ON COLUMN v_recognition_stances.since_claim_id IS 'Claim that tells them';
COMMENT ON COLUMN v_recognition_stances.claim_id IS 'Latest claim that tells the stance';
COMMENT ON COLUMN v_recognition_stances.status IS 'Its status';
COMMENT ON COLUMN v_recognition_stances.sentence IS 'The one sentence that says so; NULL where the claim is no more, or lacks its evidence';
COMMENT ON COLUMN v_recognition_stances.field IS 'Part of the version the sentence stands in: text or title';
COMMENT ON COLUMN v_recognition_stances.start_char IS 'First character of the sentence, 0-based Unicode code point into the field';
COMMENT ON COLUMN v_recognition_stances.end_char IS 'One past its last character';
COMMENT ON COLUMN v_recognition_stances.title IS 'Title of the article; NULL where there is none';
COMMENT ON COLUMN v_recognition_stances.url IS 'Canonical address of the article; NULL where there is none';
COMMENT ON COLUMN v_recognition_stances.published_date IS 'Calendar day on which the world could know the text';
COMMENT ON COLUMN v_recognition_stances.known_on IS 'Night under which the warehouse came to know it';
COMMENT ON COLUMN v_recognition_stances.n_claims IS 'Claims that tell the unbroken stance';
