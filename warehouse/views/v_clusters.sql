-- name: every real event, with the best that its reports tell of it
-- grain: one row per standing cluster
-- reads: clusters, cluster_members, events, ref_statuses, versions, articles, v_parties, v_version_reports
-- note: of the statuses on the last day of report counts the one that says most
--   (ref_statuses.strength), then the first by name. The date is the most precise, of equals that of the report known first
CREATE VIEW v_clusters AS
WITH told AS (
    SELECT
        m.cluster_id,
        e.claim_id,
        e.status,
        e.date_start,
        e.date_end,
        e.date_precision,
        v.published_date,
        r.report_id,
        a.source_id,
        r.is_copy,
        row_number() OVER (
            PARTITION BY m.cluster_id
            ORDER BY v.published_date DESC, s.strength DESC, e.status
        ) AS status_rank,
        row_number() OVER (
            PARTITION BY m.cluster_id
            ORDER BY
                list_position(
                    ['day', 'range', 'week', 'month', 'year', 'after', 'before', 'unknown'], e.date_precision
                ),
                v.known_on, v.published_date, e.claim_id
        ) AS date_rank
    FROM cluster_members AS m
    INNER JOIN events AS e ON m.claim_id = e.claim_id
    INNER JOIN ref_statuses AS s ON e.status = s.status
    INNER JOIN versions AS v ON e.version_id = v.version_id
    INNER JOIN v_version_reports AS r ON e.version_id = r.version_id
    LEFT JOIN articles AS a ON v.article_id = a.article_id
),

counted AS (
    SELECT
        t.cluster_id,
        any_value(t.status) FILTER (WHERE t.status_rank = 1) AS status,
        any_value(t.date_start) FILTER (WHERE t.date_rank = 1) AS date_start,
        any_value(t.date_end) FILTER (WHERE t.date_rank = 1) AS date_end,
        any_value(t.date_precision) FILTER (WHERE t.date_rank = 1) AS date_precision,
        min(t.published_date) AS first_reported,
        max(t.published_date) AS last_reported,
        count(*) AS n_claims,
        count(DISTINCT t.report_id) AS n_reports,
        count(DISTINCT t.source_id) AS n_sources,
        count(DISTINCT t.source_id) FILTER (WHERE NOT t.is_copy) AS n_independent_sources
    FROM told AS t
    GROUP BY t.cluster_id
),

parties AS (
    SELECT
        m.cluster_id,
        list(DISTINCT p.identity_id ORDER BY p.identity_id) FILTER (WHERE p.role = 'actor') AS actor_ids,
        list(DISTINCT p.identity_id ORDER BY p.identity_id) FILTER (WHERE p.role = 'target') AS target_ids
    FROM v_parties AS p
    INNER JOIN cluster_members AS m ON p.claim_id = m.claim_id
    GROUP BY m.cluster_id
)

SELECT
    c.cluster_id,
    c.type,
    c.action,
    n.status,
    n.date_start,
    n.date_end,
    n.date_precision,
    coalesce(p.actor_ids, []::VARCHAR []) AS actor_ids,
    coalesce(p.target_ids, []::VARCHAR []) AS target_ids,
    n.first_reported,
    n.last_reported,
    n.n_claims,
    n.n_reports,
    n.n_sources,
    n.n_independent_sources,
    c.cluster_id AS claim_id
FROM clusters AS c
INNER JOIN counted AS n ON c.cluster_id = n.cluster_id
LEFT JOIN parties AS p ON c.cluster_id = p.cluster_id
WHERE c.merged_into IS NULL;

COMMENT ON VIEW v_clusters IS 'Every real event, with the best that its reports tell of it; one row per standing cluster';
COMMENT ON COLUMN v_clusters.cluster_id IS 'Real event';
COMMENT ON COLUMN v_clusters.type IS 'Word of ref_types';
COMMENT ON COLUMN v_clusters.action IS 'Word of ref_actions';
COMMENT ON COLUMN v_clusters.status IS 'Best known status: of the reports of the last day the one that says most';
COMMENT ON COLUMN v_clusters.date_start IS 'First calendar day on which it can have happened, by the most precise report; NULL where unknown';
COMMENT ON COLUMN v_clusters.date_end IS 'Last calendar day on which it can have happened, by the same report; NULL where unknown';
COMMENT ON COLUMN v_clusters.date_precision IS 'Word of ref_precisions, of the same report';
COMMENT ON COLUMN v_clusters.actor_ids IS 'Who acts, as any report tells it: identities; empty where none does';
COMMENT ON COLUMN v_clusters.target_ids IS 'At whom, likewise';
COMMENT ON COLUMN v_clusters.first_reported IS 'Calendar day of the first report';
COMMENT ON COLUMN v_clusters.last_reported IS 'Calendar day of the last report';
COMMENT ON COLUMN v_clusters.n_claims IS 'Claims that tell it';
COMMENT ON COLUMN v_clusters.n_reports IS 'Reports that tell it: a text and its copies count once';
COMMENT ON COLUMN v_clusters.n_sources IS 'Sources that tell it';
COMMENT ON COLUMN v_clusters.n_independent_sources IS 'Sources that tell it in a text that is no copy of another';
COMMENT ON COLUMN v_clusters.claim_id IS 'Claim by which it came to be known first, which names it';
