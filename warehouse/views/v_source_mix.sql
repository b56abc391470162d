-- name: how much each source tells, and how many events rest on it alone
-- grain: one row per source of the claims; NULL for claims of articles without one
-- reads: events, versions, articles, sources, v_claim_clusters
-- stored: what is published holds its rows, made each night
CREATE VIEW v_source_mix AS
WITH told AS (
    SELECT c.cluster_id, a.source_id
    FROM events AS e
    INNER JOIN versions AS v ON e.version_id = v.version_id
    LEFT JOIN articles AS a ON v.article_id = a.article_id
    LEFT JOIN v_claim_clusters AS c ON e.claim_id = c.claim_id
),

events_by AS (
    SELECT t.cluster_id, count(DISTINCT t.source_id) AS n_sources
    FROM told AS t
    GROUP BY t.cluster_id
)

SELECT
    s.source_id,
    s.name AS source_name,
    count(*) AS n_claims,
    count(DISTINCT t.cluster_id) AS n_events,
    count(DISTINCT t.cluster_id) FILTER (WHERE b.n_sources = 1) AS n_events_told_by_it_alone
FROM told AS t
INNER JOIN events_by AS b ON t.cluster_id = b.cluster_id
LEFT JOIN sources AS s ON t.source_id = s.source_id
GROUP BY s.source_id, s.name;

COMMENT ON VIEW v_source_mix IS 'How much each source tells, and how many events rest on it alone; one row per source of the claims; NULL for claims of articles without one';
COMMENT ON COLUMN v_source_mix.source_id IS 'Source';
COMMENT ON COLUMN v_source_mix.source_name IS 'Its name';
COMMENT ON COLUMN v_source_mix.n_claims IS 'Claims of its texts';
COMMENT ON COLUMN v_source_mix.n_events IS 'Real events that they tell';
COMMENT ON COLUMN v_source_mix.n_events_told_by_it_alone IS 'Events of which no other source tells';
