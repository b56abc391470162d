-- name: every claim with its codes, its sentence and who takes part
-- grain: one row per claim
-- reads: events, versions, articles, evidence, participants, actors, measures, ref_statuses, ref_precisions, ref_crosswalk, v_claim_clusters, v_version_reports
-- note: lists are empty where the text names nobody; of the rows of ref_crosswalk that fit, the one that names
--   the mode counts first, then the one that names the status, then its group. Lists and codes are asked
--   claim by claim, so that a condition on few claims reads little
CREATE VIEW v_events AS
SELECT
    e.claim_id,
    c.cluster_id,
    e.type,
    e.action,
    e.status,
    s.status_group,
    x.plover,
    x.plover_mode,
    x.cameo,
    coalesce(p.actor_ids, []::VARCHAR []) AS actor_ids,
    coalesce(p.actor_names, []::VARCHAR []) AS actor_names,
    coalesce(p.target_ids, []::VARCHAR []) AS target_ids,
    coalesce(p.target_names, []::VARCHAR []) AS target_names,
    coalesce(p.proposer_ids, []::VARCHAR []) AS proposer_ids,
    coalesce(p.about_ids, []::VARCHAR []) AS about_ids,
    coalesce(t.measures, []::VARCHAR []) AS measures,
    e.scope,
    e.office,
    e.mode,
    CASE WHEN d.is_day THEN e.date_start END AS event_day,
    e.date_start,
    e.date_end,
    e.date_precision,
    e.venue,
    e.reason,
    e.attribution_by,
    e.attribution_mode,
    e.confidence,
    q.quote AS sentence,
    q.field,
    q.start_char,
    q.end_char,
    v.version_id,
    v.article_id,
    r.report_id,
    a.source_id,
    v.title,
    a.canonical_url AS url,
    v.speaker,
    v.published_date,
    v.known_on,
    e.extractor_version
FROM events AS e
INNER JOIN versions AS v ON e.version_id = v.version_id
LEFT JOIN articles AS a ON v.article_id = a.article_id
LEFT JOIN LATERAL (
    SELECT v.report_id
    FROM v_version_reports AS v
    WHERE v.version_id = e.version_id
) AS r ON true
LEFT JOIN ref_statuses AS s ON e.status = s.status
LEFT JOIN ref_precisions AS d ON e.date_precision = d.precision
LEFT JOIN LATERAL (
    SELECT c.plover, c.plover_mode, c.cameo
    FROM ref_crosswalk AS c
    WHERE
        c.type = e.type
        AND c.action = e.action
        AND (c.mode IS NULL OR c.mode = e.mode OR c.mode = e.scope)
        AND (c.status_group IS NULL OR c.status_group = s.status_group)
        AND (c.status IS NULL OR c.status = e.status)
    ORDER BY c.mode IS NULL, c.status IS NULL, c.status_group IS NULL, c.mode
    LIMIT 1
) AS x ON true
LEFT JOIN LATERAL (
    SELECT
        list(p.actor_id ORDER BY p.ordinal) FILTER (WHERE p.role = 'actor') AS actor_ids,
        list(coalesce(a.name, p.name) ORDER BY p.ordinal) FILTER (WHERE p.role = 'actor') AS actor_names,
        list(p.actor_id ORDER BY p.ordinal) FILTER (WHERE p.role = 'target') AS target_ids,
        list(coalesce(a.name, p.name) ORDER BY p.ordinal) FILTER (WHERE p.role = 'target') AS target_names,
        list(p.actor_id ORDER BY p.ordinal) FILTER (WHERE p.role = 'proposer') AS proposer_ids,
        list(p.actor_id ORDER BY p.ordinal) FILTER (WHERE p.role = 'about') AS about_ids
    FROM participants AS p
    LEFT JOIN actors AS a ON p.actor_id = a.actor_id
    WHERE p.claim_id = e.claim_id
) AS p ON true
LEFT JOIN LATERAL (
    SELECT list(m.measure ORDER BY m.measure) AS measures
    FROM measures AS m
    WHERE m.claim_id = e.claim_id
) AS t ON true
LEFT JOIN evidence AS q ON e.claim_id = q.claim_id AND q.kind = 'sentence'
LEFT JOIN v_claim_clusters AS c ON e.claim_id = c.claim_id;

COMMENT ON VIEW v_events IS 'Every claim with its codes, its sentence and who takes part; one row per claim';
COMMENT ON COLUMN v_events.claim_id IS 'Claim';
COMMENT ON COLUMN v_events.cluster_id IS 'Real event the claim tells of; NULL while it is not clustered';
COMMENT ON COLUMN v_events.type IS 'Word of ref_types';
COMMENT ON COLUMN v_events.action IS 'Word of ref_actions';
COMMENT ON COLUMN v_events.status IS 'Word of ref_statuses';
COMMENT ON COLUMN v_events.status_group IS 'actual, future, contingent or negated';
COMMENT ON COLUMN v_events.plover IS 'PLOVER event type; NULL where PLOVER has none for it';
COMMENT ON COLUMN v_events.plover_mode IS 'PLOVER mode; NULL where none applies';
COMMENT ON COLUMN v_events.cameo IS 'CAMEO code; NULL where CAMEO has none for it';
COMMENT ON COLUMN v_events.actor_ids IS 'Who acts, in the order of the text';
COMMENT ON COLUMN v_events.actor_names IS 'Their names, in the same order';
COMMENT ON COLUMN v_events.target_ids IS 'At whom it is aimed';
COMMENT ON COLUMN v_events.target_names IS 'Their names, in the same order';
COMMENT ON COLUMN v_events.proposer_ids IS 'Who urges, drafts or threatens on another''s behalf';
COMMENT ON COLUMN v_events.about_ids IS 'States concerned';
COMMENT ON COLUMN v_events.measures IS 'Measures of a sanction, in order of name';
COMMENT ON COLUMN v_events.scope IS 'Word of ref_scopes, for sanctions; NULL otherwise';
COMMENT ON COLUMN v_events.office IS 'Word of ref_offices; NULL where the text does not say';
COMMENT ON COLUMN v_events.mode IS 'Word of ref_meet_modes; NULL where the text does not say';
COMMENT ON COLUMN v_events.event_day IS 'Calendar day of the event; NULL where it is not known to the day';
COMMENT ON COLUMN v_events.date_start IS 'First calendar day on which it can have happened; NULL where unknown';
COMMENT ON COLUMN v_events.date_end IS 'Last calendar day on which it can have happened; NULL where unknown';
COMMENT ON COLUMN v_events.date_precision IS 'Word of ref_precisions';
COMMENT ON COLUMN v_events.venue IS 'Place, in the text''s words; NULL where the text does not say';
COMMENT ON COLUMN v_events.reason IS 'Why, in the text''s words; NULL where the text does not say';
COMMENT ON COLUMN v_events.attribution_by IS 'Who says so, in the text''s words; NULL where the text says so itself';
COMMENT ON COLUMN v_events.attribution_mode IS 'Word of ref_attribution_modes';
COMMENT ON COLUMN v_events.confidence IS 'Probability that action, actors and targets are right, learned from annotated documents (METHOD.md), 0 to 1';
COMMENT ON COLUMN v_events.sentence IS 'The one sentence that says so; NULL where the claim lacks its evidence';
COMMENT ON COLUMN v_events.field IS 'Part of the version the sentence stands in: text or title';
COMMENT ON COLUMN v_events.start_char IS 'First character of the sentence, 0-based Unicode code point into the field';
COMMENT ON COLUMN v_events.end_char IS 'One past its last character';
COMMENT ON COLUMN v_events.version_id IS 'Text that tells it';
COMMENT ON COLUMN v_events.article_id IS 'Article of the text';
COMMENT ON COLUMN v_events.report_id IS 'Article that reported it first in these words: claims of copies and of versions of one article have the same';
COMMENT ON COLUMN v_events.source_id IS 'Source of the article';
COMMENT ON COLUMN v_events.title IS 'Title of the article; NULL where there is none';
COMMENT ON COLUMN v_events.url IS 'Canonical address of the article; NULL where there is none';
COMMENT ON COLUMN v_events.speaker IS 'Actor who speaks as we in a release of its own; NULL otherwise';
COMMENT ON COLUMN v_events.published_date IS 'Calendar day on which the world could know the text';
COMMENT ON COLUMN v_events.known_on IS 'Night under which the raw store first got the text';
COMMENT ON COLUMN v_events.extractor_version IS 'Version of the extractor that made the claim';
