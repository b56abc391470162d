-- name: every text once, with where it was first seen and in how many places and outlets it appeared
-- grain: one row per text that is no copy
-- reads: v_version_reports, versions, appearances, articles, sources, events
-- note: an appearance is a place at which this text or a copy of it was read; first is the earliest day published,
--   then the earliest night known, then source and place. A new version of an article is a text of its own
CREATE VIEW v_texts AS
WITH seen AS (
    SELECT
        r.first_version_id AS version_id,
        r.is_copy,
        r.version_id AS wording_id,
        p.source_id,
        p.locator,
        p.published_date,
        p.known_on,
        s.name AS source_name,
        a.canonical_url AS url
    FROM v_version_reports AS r
    INNER JOIN appearances AS p ON r.version_id = p.version_id
    LEFT JOIN articles AS a ON p.article_id = a.article_id
    LEFT JOIN sources AS s ON p.source_id = s.source_id
),

places AS (
    SELECT
        s.version_id,
        count(DISTINCT row(s.source_id, s.locator)) AS n_appearances,
        count(DISTINCT s.source_id) AS n_sources,
        count(DISTINCT s.wording_id) FILTER (WHERE s.is_copy) AS n_copies,
        list(DISTINCT s.source_id ORDER BY s.source_id) AS source_ids,
        max(s.published_date) AS last_published_date
    FROM seen AS s
    GROUP BY s.version_id
),

firsts AS (
    SELECT s.*
    FROM seen AS s
    QUALIFY row_number() OVER (
        PARTITION BY s.version_id ORDER BY s.published_date, s.known_on, s.source_id, s.locator
    ) = 1
),

told AS (
    SELECT e.version_id, count(*) AS n_claims
    FROM events AS e
    GROUP BY e.version_id
)

SELECT
    v.version_id,
    r.report_id,
    v.title,
    v.text,
    f.published_date AS first_published_date,
    f.source_id AS first_source_id,
    f.source_name AS first_source_name,
    f.url AS first_url,
    f.locator AS first_locator,
    p.last_published_date,
    v.known_on,
    p.n_appearances,
    p.n_sources,
    p.n_copies,
    p.source_ids,
    coalesce(t.n_claims, 0) AS n_claims
FROM versions AS v
INNER JOIN v_version_reports AS r ON v.version_id = r.version_id AND NOT r.is_copy
INNER JOIN places AS p ON v.version_id = p.version_id
INNER JOIN firsts AS f ON v.version_id = f.version_id
LEFT JOIN told AS t ON v.version_id = t.version_id;

COMMENT ON VIEW v_texts IS 'Every text once, with where it was first seen and in how many places and outlets it appeared; one row per text that is no copy';
COMMENT ON COLUMN v_texts.version_id IS 'Text';
COMMENT ON COLUMN v_texts.report_id IS 'Article of the text; its versions have the same';
COMMENT ON COLUMN v_texts.title IS 'Title as read; NULL where there is none';
COMMENT ON COLUMN v_texts.text IS 'Text exactly as read; NULL in what is published';
COMMENT ON COLUMN v_texts.first_published_date IS 'First calendar day on which the text or a copy of it was published';
COMMENT ON COLUMN v_texts.first_source_id IS 'Source of that first appearance; of several on the day the one known first, then by key';
COMMENT ON COLUMN v_texts.first_source_name IS 'Its name';
COMMENT ON COLUMN v_texts.first_url IS 'Canonical address of the first appearance; NULL where there is none';
COMMENT ON COLUMN v_texts.first_locator IS 'Address or path at which it was read';
COMMENT ON COLUMN v_texts.last_published_date IS 'Last calendar day on which the text or a copy of it was published';
COMMENT ON COLUMN v_texts.known_on IS 'Night under which the raw store first got the text';
COMMENT ON COLUMN v_texts.n_appearances IS 'Places at which the text or a copy of it was read';
COMMENT ON COLUMN v_texts.n_sources IS 'Sources of these places: the outlets that carried it';
COMMENT ON COLUMN v_texts.n_copies IS 'Other wordings among them: near copies, cut or edited';
COMMENT ON COLUMN v_texts.source_ids IS 'Those sources, in order of key';
COMMENT ON COLUMN v_texts.n_claims IS 'Claims of the text itself';
