-- name: every ultimatum that a claim makes, and every notice of what became of one, with its sentence
-- grain: one row per claim, demander and target, or per notice and its sides, and per reading of it
-- reads: ultimatum_changes, ref_ledger_states, reviews, evidence, clock_notices, versions, articles, v_actors
-- note: closed rows are what an earlier version of the extractor or an uncorrected claim told; macro ultimatums_as_of
--   says what follows from the rows. A notice has no claim, and its sentence is that of clock_notices
CREATE VIEW v_ultimatum_changes AS
SELECT
    c.change_id,
    c.claim_id,
    c.demander_id,
    shown_name(a.name, c.demander_id) AS demander_name,
    c.target_id,
    shown_name(b.name, c.target_id) AS target_name,
    c.demand,
    c.deadline,
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
    coalesce(q.quote, n.quote) AS sentence,
    c.field,
    c.start_char,
    c.end_char,
    c.version_id,
    v.title,
    l.canonical_url AS url
FROM ultimatum_changes AS c
INNER JOIN ref_ledger_states AS s ON s.ledger = 'ultimatums' AND c.state = s.state
LEFT JOIN v_actors AS a ON c.demander_id = a.actor_id
LEFT JOIN v_actors AS b ON c.target_id = b.actor_id
LEFT JOIN clock_notices AS n ON c.claim_id IS NULL AND c.version_id = n.version_id AND c.ordinal = n.ordinal
LEFT JOIN reviews AS r ON c.claim_id = r.claim_id
LEFT JOIN evidence AS q ON c.claim_id = q.claim_id AND q.kind = 'sentence'
LEFT JOIN versions AS v ON c.version_id = v.version_id
LEFT JOIN articles AS l ON v.article_id = l.article_id;

COMMENT ON VIEW v_ultimatum_changes IS 'Every ultimatum that a claim makes, and every notice of what became of one, with its sentence; one row per claim, demander and target, or per notice and its sides, and per reading of it';
COMMENT ON COLUMN v_ultimatum_changes.change_id IS 'Row of the ledger';
COMMENT ON COLUMN v_ultimatum_changes.claim_id IS 'Claim that makes the demand; NULL for a notice';
COMMENT ON COLUMN v_ultimatum_changes.demander_id IS 'Who demands; NULL where a notice does not say';
COMMENT ON COLUMN v_ultimatum_changes.demander_name IS 'Its name';
COMMENT ON COLUMN v_ultimatum_changes.target_id IS 'Of whom; NULL where a notice does not say';
COMMENT ON COLUMN v_ultimatum_changes.target_name IS 'Its name';
COMMENT ON COLUMN v_ultimatum_changes.demand IS 'The condition in the text''s words; NULL where none is told';
COMMENT ON COLUMN v_ultimatum_changes.deadline IS 'Last calendar day to meet it, the new one where it was put off; NULL where none is told';
COMMENT ON COLUMN v_ultimatum_changes.state IS 'Word of ref_ledger_states';
COMMENT ON COLUMN v_ultimatum_changes.holds IS 'Whether it stands from then on; NULL for what is told and changes nothing';
COMMENT ON COLUMN v_ultimatum_changes.valid_earliest IS 'First calendar day on which it can have begun; NULL where the text does not say';
COMMENT ON COLUMN v_ultimatum_changes.valid_latest IS 'Calendar day by which it had begun';
COMMENT ON COLUMN v_ultimatum_changes.valid_precision IS 'Word of ref_precisions for the two';
COMMENT ON COLUMN v_ultimatum_changes.is_background IS 'Whether it is told as past and without a day';
COMMENT ON COLUMN v_ultimatum_changes.standing IS 'machine, confirmed (somebody accepted or fixed it) or disputed (somebody rejected it: it makes no state)';
COMMENT ON COLUMN v_ultimatum_changes.published_date IS 'Calendar day on which the world could know it';
COMMENT ON COLUMN v_ultimatum_changes.known_on IS 'Night under which it became known to the warehouse';
COMMENT ON COLUMN v_ultimatum_changes.closed_on IS 'Calendar day from which it is no more believed; NULL while it stands';
COMMENT ON COLUMN v_ultimatum_changes.closed_by IS 'What closed it; NULL while it stands';
COMMENT ON COLUMN v_ultimatum_changes.extractor_version IS 'Version of the extractor that told it';
COMMENT ON COLUMN v_ultimatum_changes.sentence IS 'The one sentence that says so; NULL where the claim is no more, or lacks its evidence';
COMMENT ON COLUMN v_ultimatum_changes.field IS 'Part of the version the sentence stands in: text or title';
COMMENT ON COLUMN v_ultimatum_changes.start_char IS 'First character of the sentence, 0-based Unicode code point into the field';
COMMENT ON COLUMN v_ultimatum_changes.end_char IS 'One past its last character';
COMMENT ON COLUMN v_ultimatum_changes.version_id IS 'Text that tells it';
COMMENT ON COLUMN v_ultimatum_changes.title IS 'Title of the article; NULL where there is none';
COMMENT ON COLUMN v_ultimatum_changes.url IS 'Canonical address of the article; NULL where there is none';
