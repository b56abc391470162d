-- name: which sentence of which article supports each claim
-- grain: one row per claim and supporting sentence
-- reads: v_claim_clusters, evidence, events, versions, articles, sources
-- note: offsets refer to versions.text, or to versions.title where field says so
CREATE VIEW v_claim_support AS
SELECT
    e.claim_id,
    c.cluster_id,
    e.type,
    e.action,
    e.status,
    q.quote AS sentence,
    q.field,
    q.start_char,
    q.end_char,
    e.attribution_by,
    e.attribution_mode,
    v.version_id,
    v.article_id,
    v.title,
    a.canonical_url AS url,
    a.source_id,
    s.name AS source_name,
    v.published_date,
    v.known_on
FROM events AS e
INNER JOIN evidence AS q ON e.claim_id = q.claim_id AND q.kind = 'sentence'
INNER JOIN versions AS v ON e.version_id = v.version_id
LEFT JOIN articles AS a ON v.article_id = a.article_id
LEFT JOIN sources AS s ON a.source_id = s.source_id
LEFT JOIN v_claim_clusters AS c ON e.claim_id = c.claim_id;

COMMENT ON VIEW v_claim_support IS 'Which sentence of which article supports each claim; one row per claim and supporting sentence';
COMMENT ON COLUMN v_claim_support.claim_id IS 'Claim';
COMMENT ON COLUMN v_claim_support.cluster_id IS 'Real event the claim tells of; NULL while it is not clustered';
COMMENT ON COLUMN v_claim_support.type IS 'Word of ref_types';
COMMENT ON COLUMN v_claim_support.action IS 'Word of ref_actions';
COMMENT ON COLUMN v_claim_support.status IS 'Word of ref_statuses';
COMMENT ON COLUMN v_claim_support.sentence IS 'The sentence, character by character';
COMMENT ON COLUMN v_claim_support.field IS 'Part of the version the sentence stands in: text or title';
COMMENT ON COLUMN v_claim_support.start_char IS 'First character of the sentence, 0-based Unicode code point into the field';
COMMENT ON COLUMN v_claim_support.end_char IS 'One past its last character';
COMMENT ON COLUMN v_claim_support.attribution_by IS 'Who says so, in the text''s words; NULL where the text says so itself';
COMMENT ON COLUMN v_claim_support.attribution_mode IS 'Word of ref_attribution_modes';
COMMENT ON COLUMN v_claim_support.version_id IS 'Text it stands in';
COMMENT ON COLUMN v_claim_support.article_id IS 'Article of the text';
COMMENT ON COLUMN v_claim_support.title IS 'Title of the article; NULL where there is none';
COMMENT ON COLUMN v_claim_support.url IS 'Canonical address of the article; NULL where there is none';
COMMENT ON COLUMN v_claim_support.source_id IS 'Source of the article';
COMMENT ON COLUMN v_claim_support.source_name IS 'Its name';
COMMENT ON COLUMN v_claim_support.published_date IS 'Calendar day on which the world could know the text';
COMMENT ON COLUMN v_claim_support.known_on IS 'Night under which the raw store first got the text';
