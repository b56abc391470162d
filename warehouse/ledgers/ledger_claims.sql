-- name: the claims of the texts that wait, each with the state that the rules read in it
-- grain: one row per claim that tells a state, and ledger
-- reads: told_events, told_evidence, opened, pending_parties, versions, corrected_values, reviews, ref_statuses, ref_ledger_rules, ref_ledger_states, ref_offices
-- note: a state begins on the day that the text gives, at the latest with its publication; what is announced for a day
--   to come begins on that day. The day of what is only called for, threatened or planned is the act's, not the
--   telling's, so such a state is dated by publication alone. What a person set right is known from that day on
CREATE OR REPLACE TEMP TABLE ledger_claims AS
WITH waiting AS (
    SELECT
        e.*,
        v.published_date,
        greatest(o.known_on, r.decided_on) AS known_on,
        s.status_group,
        s.stands
    FROM told_events AS e
    INNER JOIN opened AS o ON e.version_id = o.version_id
    INNER JOIN versions AS v ON e.version_id = v.version_id
    INNER JOIN ref_statuses AS s ON e.status = s.status
    LEFT JOIN reviews AS r
        ON e.claim_id = r.claim_id AND r.claim_id IN (SELECT c.claim_id FROM corrected_values AS c)
),

told AS (
    SELECT w.*, r.ledger, r.state, r.needs_day, l.holds
    FROM waiting AS w
    INNER JOIN ref_ledger_rules AS r
        ON
            w.type = r.type
            AND w.action = r.action
            AND w.status_group = r.status_group
            AND (r.status IS NULL OR w.status = r.status)
            AND (NOT r.needs_day OR coalesce(w.date_start > w.published_date, false))
    INNER JOIN ref_ledger_states AS l ON r.ledger = l.ledger AND r.state = l.state
    QUALIFY row_number() OVER (
        PARTITION BY w.claim_id, r.ledger ORDER BY r.status IS NULL, NOT r.needs_day
    ) = 1
),

dated AS (
    SELECT
        t.*,
        CASE
            WHEN t.needs_day THEN coalesce(t.date_end, t.date_start)
            WHEN t.holds IS NULL THEN t.published_date
            ELSE least(coalesce(t.date_end, t.published_date), t.published_date)
        END AS valid_latest
    FROM told AS t
)

SELECT
    d.ledger,
    d.claim_id,
    d.version_id,
    coalesce(o.matter, 'claimant') AS matter,
    d.office,
    d.scope,
    (
        SELECT p.identity_id FROM pending_parties AS p
        WHERE p.claim_id = d.claim_id AND p.role = 'about'
        ORDER BY p.ordinal LIMIT 1
    ) AS about_id,
    d.state,
    CASE WHEN d.holds IS NOT NULL AND d.date_start <= d.valid_latest THEN d.date_start END AS valid_earliest,
    d.valid_latest,
    CASE
        WHEN d.holds IS NOT NULL AND (d.date_start <= d.valid_latest OR d.date_end IS NOT NULL) THEN d.date_precision
        ELSE 'before'
    END AS valid_precision,
    d.holds IS NOT NULL AND (d.date_start IS NULL OR d.date_start > d.valid_latest) AND NOT d.stands AS is_background,
    d.published_date,
    d.known_on,
    d.ordinal,
    q.field,
    q.start_char,
    q.end_char,
    d.extractor_version
FROM dated AS d
LEFT JOIN ref_offices AS o ON d.office = o.office
LEFT JOIN told_evidence AS q ON d.claim_id = q.claim_id AND q.kind = 'sentence'
