-- name: who answered, denied or followed what, as one article tells both
-- grain: one row per link between two claims
-- reads: links, v_events
-- note: columns that begin with to_ are those of the act that is answered, denied, followed or done likewise
CREATE VIEW v_answers AS
SELECT
    k.kind,
    k.claim_id,
    a.action,
    a.status,
    a.actor_ids,
    a.actor_names,
    a.event_day,
    a.date_start,
    a.date_end,
    a.sentence,
    k.to_claim_id,
    b.action AS to_action,
    b.status AS to_status,
    b.actor_ids AS to_actor_ids,
    b.actor_names AS to_actor_names,
    b.event_day AS to_event_day,
    b.date_start AS to_date_start,
    b.date_end AS to_date_end,
    b.sentence AS to_sentence,
    a.version_id,
    a.url,
    a.published_date,
    a.known_on
FROM links AS k
INNER JOIN v_events AS a ON k.claim_id = a.claim_id
INNER JOIN v_events AS b ON k.to_claim_id = b.claim_id;

COMMENT ON VIEW v_answers IS 'Who answered, denied or followed what, as one article tells both; one row per link between two claims';
COMMENT ON COLUMN v_answers.kind IS 'Word of ref_link_kinds: what the claim has to do with the other';
COMMENT ON COLUMN v_answers.claim_id IS 'Claim that answers, denies, follows or does likewise';
COMMENT ON COLUMN v_answers.action IS 'Its action, a word of ref_actions';
COMMENT ON COLUMN v_answers.status IS 'Its status, a word of ref_statuses';
COMMENT ON COLUMN v_answers.actor_ids IS 'Who answers, in the order of the text';
COMMENT ON COLUMN v_answers.actor_names IS 'Their names, in the same order';
COMMENT ON COLUMN v_answers.event_day IS 'Calendar day of the answer; NULL where it is not known to the day';
COMMENT ON COLUMN v_answers.date_start IS 'First calendar day on which it can have happened; NULL where unknown';
COMMENT ON COLUMN v_answers.date_end IS 'Last calendar day on which it can have happened; NULL where unknown';
COMMENT ON COLUMN v_answers.sentence IS 'The one sentence that tells the answer; NULL where the claim lacks its evidence';
COMMENT ON COLUMN v_answers.to_claim_id IS 'Claim that it leads to, of the same text';
COMMENT ON COLUMN v_answers.to_action IS 'That claim''s action, a word of ref_actions';
COMMENT ON COLUMN v_answers.to_status IS 'That claim''s status, a word of ref_statuses: what is answered may be a threat';
COMMENT ON COLUMN v_answers.to_actor_ids IS 'Who did what is answered, in the order of the text';
COMMENT ON COLUMN v_answers.to_actor_names IS 'Their names, in the same order';
COMMENT ON COLUMN v_answers.to_event_day IS 'Calendar day of what is answered; NULL where it is not known to the day';
COMMENT ON COLUMN v_answers.to_date_start IS 'First calendar day on which that can have happened; NULL where unknown';
COMMENT ON COLUMN v_answers.to_date_end IS 'Last calendar day on which that can have happened; NULL where unknown';
COMMENT ON COLUMN v_answers.to_sentence IS 'The one sentence that tells what is answered; NULL where that claim lacks its evidence';
COMMENT ON COLUMN v_answers.version_id IS 'Text that tells both';
COMMENT ON COLUMN v_answers.url IS 'Canonical address of the article; NULL where there is none';
COMMENT ON COLUMN v_answers.published_date IS 'Calendar day on which the world could know the text';
COMMENT ON COLUMN v_answers.known_on IS 'Night under which the raw store first got the text';
