-- name: what texts say is to come: acts dated after the text that tells of them
-- grain: one row per claim
-- reads: v_events
-- note: a claim whose status is future or actual and whose first possible day lies after its publication; whether it
--   came about, later claims tell
CREATE VIEW v_calendar AS
SELECT
    e.claim_id,
    e.cluster_id,
    e.type,
    e.action,
    e.status,
    e.actor_ids,
    e.actor_names,
    e.target_ids,
    e.target_names,
    e.mode,
    e.venue,
    e.date_start,
    e.date_end,
    e.date_precision,
    e.sentence,
    e.field,
    e.start_char,
    e.end_char,
    e.version_id,
    e.title,
    e.url,
    e.published_date,
    e.known_on
FROM v_events AS e
WHERE e.status_group IN ('future', 'actual') AND e.date_start > e.published_date;

COMMENT ON VIEW v_calendar IS 'What texts say is to come: acts dated after the text that tells of them; one row per claim';
COMMENT ON COLUMN v_calendar.claim_id IS 'Claim';
COMMENT ON COLUMN v_calendar.cluster_id IS 'Real event the claim tells of; NULL while it is not clustered';
COMMENT ON COLUMN v_calendar.type IS 'Word of ref_types';
COMMENT ON COLUMN v_calendar.action IS 'Word of ref_actions';
COMMENT ON COLUMN v_calendar.status IS 'Word of ref_statuses';
COMMENT ON COLUMN v_calendar.actor_ids IS 'Who is to act, in the order of the text';
COMMENT ON COLUMN v_calendar.actor_names IS 'Their names, in the same order';
COMMENT ON COLUMN v_calendar.target_ids IS 'At whom it is aimed';
COMMENT ON COLUMN v_calendar.target_names IS 'Their names, in the same order';
COMMENT ON COLUMN v_calendar.mode IS 'Word of ref_meet_modes; NULL where the text does not say';
COMMENT ON COLUMN v_calendar.venue IS 'Place, in the text''s words; NULL where the text does not say';
COMMENT ON COLUMN v_calendar.date_start IS 'First calendar day on which it can happen';
COMMENT ON COLUMN v_calendar.date_end IS 'Last calendar day on which it can happen; NULL where unknown';
COMMENT ON COLUMN v_calendar.date_precision IS 'Word of ref_precisions';
COMMENT ON COLUMN v_calendar.sentence IS 'The one sentence that says so; NULL where the claim is no more, or lacks its evidence';
COMMENT ON COLUMN v_calendar.field IS 'Part of the version the sentence stands in: text or title';
COMMENT ON COLUMN v_calendar.start_char IS 'First character of the sentence, 0-based Unicode code point into the field';
COMMENT ON COLUMN v_calendar.end_char IS 'One past its last character';
COMMENT ON COLUMN v_calendar.version_id IS 'Text that tells it';
COMMENT ON COLUMN v_calendar.title IS 'Title of the article; NULL where there is none';
COMMENT ON COLUMN v_calendar.url IS 'Canonical address of the article; NULL where there is none';
COMMENT ON COLUMN v_calendar.published_date IS 'Calendar day on which the world could know the text';
COMMENT ON COLUMN v_calendar.known_on IS 'Night under which the raw store first got the text';
