-- name: changes of state by impact and uncertainty, the ones that a person should look at first
-- grain: one row per claim that changes a state
-- reads: v_changes, events, versions, readings, reviews, cluster_members, v_version_reports
-- note: impact is 3 for what stands or ends across borders (recognitions, and sanctions not known to be domestic), 2
--   for ultimatums and for domestic sanctions, 1 for what is only called for, threatened, planned or announced; one
--   more where it reverses what the same side was last told to hold; times 1 + ln(reports of the same act). Uncertainty
--   is 1 - confidence (0.5 where there is none), 0.25 more each for two readings, a single report and an unknown day.
--   A notice of what became of a deadline is no claim, so it is not here. `$night` NULL asks for all nights
WITH changes AS (
    SELECT c.*
    FROM v_changes AS c
    WHERE c.claim_id IS NOT NULL AND c.closed_on IS NULL
),

turned AS (
    SELECT
        c.*,
        lag(c.holds) OVER (
            PARTITION BY c.ledger, c.subject_id, c.object_id
            ORDER BY c.valid_latest, c.known_on, c.change_id
        ) AS held_before
    FROM changes AS c
    WHERE c.holds IS NOT NULL AND c.standing <> 'disputed'
),

reports AS (
    SELECT m.cluster_id, count(DISTINCT r.report_id) AS reports
    FROM cluster_members AS m
    INNER JOIN events AS e ON m.claim_id = e.claim_id
    INNER JOIN v_version_reports AS r ON e.version_id = r.version_id
    GROUP BY m.cluster_id
),

told AS (
    SELECT
        c.claim_id,
        any_value(c.ledger) AS ledger,
        any_value(c.state) AS state,
        bool_or(c.holds) AS holds,
        string_agg(DISTINCT c.subject_name, ', ' ORDER BY c.subject_name) AS subjects,
        string_agg(DISTINCT c.object_name, ', ' ORDER BY c.object_name) AS objects,
        any_value(c.standing) AS standing,
        any_value(c.sentence) AS sentence,
        any_value(c.url) AS url,
        max(c.known_on) AS known_on,
        coalesce(bool_or(t.held_before <> t.holds), false) AS reverses
    FROM changes AS c
    LEFT JOIN turned AS t ON c.ledger = t.ledger AND c.change_id = t.change_id
    GROUP BY c.claim_id
),

weighed AS (
    SELECT
        t.*,
        e.type,
        e.action,
        e.status,
        e.scope,
        e.date_start,
        e.date_end,
        e.date_precision,
        e.confidence,
        v.title,
        v.published_date,
        coalesce(r.reports, 1) AS reports,
        t.claim_id IN (SELECT d.claim_id FROM readings AS d) AS has_two_readings,
        (CASE
            WHEN t.ledger <> 'ultimatums' AND t.holds IS NULL THEN 1
            WHEN t.ledger = 'ultimatums' OR e.scope = 'domestic' THEN 2
            ELSE 3
        END + t.reverses::INTEGER) * (1 + ln(coalesce(r.reports, 1))) AS impact
    FROM told AS t
    INNER JOIN events AS e ON t.claim_id = e.claim_id
    INNER JOIN versions AS v ON e.version_id = v.version_id
    LEFT JOIN cluster_members AS m ON t.claim_id = m.claim_id
    LEFT JOIN reports AS r ON m.cluster_id = r.cluster_id
),

doubted AS (
    SELECT
        w.*,
        1 - coalesce(w.confidence, 0.5)
        + 0.25 * w.has_two_readings::INTEGER
        + 0.25 * (w.reports = 1)::INTEGER
        + 0.25 * (w.date_start IS NULL AND w.date_end IS NULL)::INTEGER AS uncertainty
    FROM weighed AS w
)

SELECT
    left(d.claim_id, 8) AS handle,
    d.claim_id,
    round(d.impact * d.uncertainty, 2) AS rank,
    round(d.impact, 2) AS impact,
    round(d.uncertainty, 2) AS uncertainty,
    d.ledger,
    d.state,
    d.subjects,
    d.objects,
    d.reverses,
    d.type,
    d.action,
    d.status,
    d.scope,
    d.date_start,
    d.date_end,
    d.date_precision,
    d.confidence,
    d.reports,
    d.has_two_readings,
    d.standing,
    d.sentence,
    d.title,
    d.url,
    d.published_date,
    d.known_on
FROM doubted AS d
WHERE ($night IS NULL OR d.known_on = $night) AND ($reviewed OR d.standing = 'machine')
ORDER BY d.impact * d.uncertainty DESC, d.claim_id
