-- name: every change in the life of a sanction that a claim tells, with its sentence
-- grain: one row per claim, sender and target, and per reading of it
-- reads: sanction_changes, ref_ledger_states, reviews, evidence, versions, articles, v_actors, v_claim_clusters
-- note: closed rows are what an earlier version of the extractor or an uncorrected claim told; macros sanction_steps
--   and sanctions_as_of say what follows from the rows
CREATE VIEW v_sanction_changes AS
SELECT
    c.change_id,
    c.claim_id,
    k.cluster_id,
    c.sender_id,
    shown_name(a.name, c.sender_id) AS sender_name,
    c.target_id,
    shown_name(b.name, c.target_id) AS target_name,
    c.scope,
    c.about_id,
    c.measures,
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
FROM sanction_changes AS c
INNER JOIN ref_ledger_states AS s ON s.ledger = 'sanctions' AND c.state = s.state
LEFT JOIN v_claim_clusters AS k ON c.claim_id = k.claim_id
LEFT JOIN v_actors AS a ON c.sender_id = a.actor_id
LEFT JOIN v_actors AS b ON c.target_id = b.actor_id
LEFT JOIN reviews AS r ON c.claim_id = r.claim_id
LEFT JOIN evidence AS q ON c.claim_id = q.claim_id AND q.kind = 'sentence'
LEFT JOIN versions AS v ON c.version_id = v.version_id
LEFT JOIN articles AS l ON v.article_id = l.article_id;

COMMENT ON VIEW v_sanction_changes IS 'Every change in the life of a sanction that a claim tells, with its sentence; one row per claim, sender and target, and per reading of it';
COMMENT ON COLUMN v_sanction_changes.change_id IS 'Row of the ledger';
COMMENT ON COLUMN v_sanction_changes.claim_id IS 'Claim that tells it';
COMMENT ON COLUMN v_sanction_changes.cluster_id IS 'Real event that the claim tells of; NULL while it is not clustered';
COMMENT ON COLUMN v_sanction_changes.sender_id IS 'Who sanctions, or would';
COMMENT ON COLUMN v_sanction_changes.sender_name IS 'Its name';
COMMENT ON COLUMN v_sanction_changes.target_id IS 'Who is sanctioned, or would be';
COMMENT ON COLUMN v_sanction_changes.target_name IS 'Its name';
COMMENT ON COLUMN v_sanction_changes.scope IS 'Word of ref_scopes: international and domestic are never counted together';
COMMENT ON COLUMN v_sanction_changes.about_id IS 'State concerned; NULL where the text names none';
COMMENT ON COLUMN v_sanction_changes.measures IS 'Measures that the claim names, in order of name';
COMMENT ON COLUMN v_sanction_changes.state IS 'Word of ref_ledger_states';
COMMENT ON COLUMN v_sanction_changes.holds IS 'Whether it stands from then on; NULL for what is told and changes nothing';
COMMENT ON COLUMN v_sanction_changes.valid_earliest IS 'First calendar day on which it can have begun; NULL where the text does not say';
COMMENT ON COLUMN v_sanction_changes.valid_latest IS 'Calendar day by which it had begun';
COMMENT ON COLUMN v_sanction_changes.valid_precision IS 'Word of ref_precisions for the two';
COMMENT ON COLUMN v_sanction_changes.is_background IS 'Whether it is told as past and without a day';
COMMENT ON COLUMN v_sanction_changes.standing IS 'machine, confirmed (somebody accepted or fixed it) or disputed (somebody rejected it: it makes no state)';
COMMENT ON COLUMN v_sanction_changes.published_date IS 'Calendar day on which the world could know it';
COMMENT ON COLUMN v_sanction_changes.known_on IS 'Night under which it became known to the warehouse';
COMMENT ON COLUMN v_sanction_changes.closed_on IS 'Calendar day from which it is no more believed; NULL while it stands';
COMMENT ON COLUMN v_sanction_changes.closed_by IS 'What closed it; NULL while it stands';
COMMENT ON COLUMN v_sanction_changes.extractor_version IS 'Version of the extractor that told it';
COMMENT ON COLUMN v_sanction_changes.sentence IS 'The one sentence that says so; NULL where the claim is no more, or lacks its evidence';
COMMENT ON COLUMN v_sanction_changes.field IS 'Part of the version the sentence stands in: text or title';
COMMENT ON COLUMN v_sanction_changes.start_char IS 'First character of the sentence, 0-based Unicode code point into the field';
COMMENT ON COLUMN v_sanction_changes.end_char IS 'One past its last character';
COMMENT ON COLUMN v_sanction_changes.version_id IS 'Text that tells it';
COMMENT ON COLUMN v_sanction_changes.title IS 'Title of the article; NULL where there is none';
COMMENT ON COLUMN v_sanction_changes.url IS 'Canonical address of the article; NULL where there is none';
