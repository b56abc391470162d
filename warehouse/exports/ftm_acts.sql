-- name: what goes out as entities: reported sanctions and dated acts, with parties
-- grain: one row per real event, sender and target of a sanction; one per real event of any other type
-- reads: v_events, v_parties, sources
-- note: only what is told as having happened (status group actual). Ended and eased sanctions are acts here, no
--   sanction: FollowTheMoney's Sanction says that somebody is under one. Domestic court orders are no sanctions here
WITH acts AS (
    SELECT
        e.*,
        coalesce(e.cluster_id, e.claim_id) AS event_id
    FROM v_events AS e
    WHERE e.status_group = 'actual'
    QUALIFY row_number() OVER (
        PARTITION BY coalesce(e.cluster_id, e.claim_id) ORDER BY e.published_date, e.claim_id
    ) = 1
)

SELECT
    a.event_id,
    a.type,
    a.action,
    a.status,
    a.type = 'sanction'
    AND a.scope = 'international'
    AND a.action IN ('impose', 'extend', 'maintain', 'tighten') AS is_sanction,
    a.measures,
    a.date_start,
    a.date_end,
    a.date_precision,
    a.venue,
    left(a.reason, 300) AS reason,
    left(a.sentence, 300) AS sentence,
    a.url,
    a.published_date,
    s.name AS source_name,
    (
        SELECT list({'role': p.role, 'id': p.identity_id, 'name': p.name, 'kind': p.kind} ORDER BY p.role, p.ordinal)
        FROM v_parties AS p
        WHERE p.claim_id = a.claim_id AND p.role IN ('actor', 'target')
    ) AS parties
FROM acts AS a
LEFT JOIN sources AS s ON a.source_id = s.source_id
ORDER BY a.event_id
