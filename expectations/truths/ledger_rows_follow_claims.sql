-- name: every standing row of a ledger tells what its claim, or its notice, carries by the rules
-- grain: one row per row of a ledger that does not
-- reads: recognition_changes, sanction_changes, ultimatum_changes, events, versions, evidence, measures, conditions, ref_statuses, ref_ledger_rules, clock_notices, checked_versions
-- table: recognition_changes
-- severity: critical
-- why: what is denied, hypothetical, ambiguous or merely called for would stand as a state of the world
-- note: the rules are ref_ledger_rules. That its sides take part in the claim is ledger_sides_take_part; a row of a notice
--   has no claim. Rows that were closed tell what an earlier reading said, and are not judged
WITH standing AS (
    SELECT
        'recognitions' AS ledger, c.change_id, c.claim_id, c.version_id, c.ordinal, c.state, c.published_date, c.known_on,
        c.valid_earliest, c.valid_latest, c.field, c.start_char, c.end_char, c.office AS detail, NULL::VARCHAR AS measures,
        NULL::DATE AS deadline
    FROM recognition_changes AS c
    INNER JOIN checked_versions AS k ON c.version_id = k.version_id
    WHERE c.closed_on IS NULL
    UNION ALL
    SELECT
        'sanctions', c.change_id, c.claim_id, c.version_id, c.ordinal, c.state, c.published_date, c.known_on,
        c.valid_earliest, c.valid_latest, c.field, c.start_char, c.end_char, c.scope,
        array_to_string(list_sort(c.measures), ' '), NULL
    FROM sanction_changes AS c
    INNER JOIN checked_versions AS k ON c.version_id = k.version_id
    WHERE c.closed_on IS NULL
    UNION ALL
    SELECT
        'ultimatums', c.change_id, c.claim_id, c.version_id, c.ordinal, c.state, c.published_date, c.known_on,
        c.valid_earliest, c.valid_latest, c.field, c.start_char, c.end_char, NULL, NULL,
        c.deadline
    FROM ultimatum_changes AS c
    INNER JOIN checked_versions AS k ON c.version_id = k.version_id
    WHERE c.closed_on IS NULL
),

taken AS (
    SELECT m.claim_id, string_agg(m.measure, ' ' ORDER BY m.measure) AS measures
    FROM measures AS m
    WHERE m.claim_id IN (SELECT t.claim_id FROM standing AS t WHERE t.ledger = 'sanctions')
    GROUP BY m.claim_id
),

due AS (
    SELECT c.claim_id, min(c.deadline) AS deadline
    FROM conditions AS c
    WHERE c.claim_id IN (SELECT t.claim_id FROM standing AS t WHERE t.ledger = 'ultimatums')
    GROUP BY c.claim_id
),

judged AS (
    SELECT
        t.*,
        CASE
            WHEN v.version_id IS NULL THEN 'its text is missing'
            WHEN e.claim_id IS NULL THEN 'its claim is missing'
            WHEN e.version_id <> t.version_id THEN 'its claim is of another text'
            WHEN NOT exists(
                SELECT 1
                FROM ref_ledger_rules AS r
                INNER JOIN ref_statuses AS s ON r.status_group = s.status_group
                WHERE
                    r.ledger = t.ledger
                    AND r.type = e.type
                    AND r.action = e.action
                    AND r.state = t.state
                    AND s.status = e.status
                    AND (r.status IS NULL OR r.status = e.status)
                    AND (NOT r.needs_day OR coalesce(e.date_start > v.published_date, false))
            ) THEN concat(e.type, ' ', e.action, ' told as ', e.status, ' makes no state ', t.state)
            WHEN NOT coalesce(t.ordinal = e.ordinal, false) THEN 'its claim has another number'
            WHEN NOT coalesce(t.published_date = v.published_date, false)
                THEN concat('told on ', t.published_date, ', published ', v.published_date)
            WHEN t.known_on IS NULL OR t.known_on < v.known_on
                THEN concat('known on ', t.known_on, ', its text on ', v.known_on)
            WHEN t.valid_earliest <> coalesce(e.date_start, DATE '0001-01-01')
                THEN concat('begins on ', t.valid_earliest, ', the claim on ', e.date_start)
            WHEN t.valid_latest NOT IN (
                v.published_date, coalesce(e.date_end, v.published_date), coalesce(e.date_start, v.published_date)
            )
                THEN concat('begun by ', t.valid_latest, ', which the claim does not say')
            WHEN t.ledger = 'recognitions' AND coalesce(t.detail, '') <> coalesce(e.office, '') THEN 'its office is another'
            WHEN t.ledger = 'sanctions' AND coalesce(t.detail, '') <> coalesce(e.scope, '') THEN 'its scope is another'
            WHEN t.ledger = 'sanctions' AND t.measures <> coalesce(m.measures, '')
                THEN concat('its measures are ', t.measures, ', those of the claim ', coalesce(m.measures, 'none'))
            WHEN
                t.ledger = 'ultimatums'
                AND coalesce(t.deadline, DATE '0001-01-01') <> coalesce(d.deadline, DATE '0001-01-01')
                THEN concat('its deadline is ', t.deadline, ', that of the claim ', d.deadline)
            WHEN
                q.claim_id IS NOT NULL
                AND NOT coalesce(t.field = q.field AND t.start_char = q.start_char AND t.end_char = q.end_char, false)
                THEN 'its sentence is another'
        END AS wrong
    FROM standing AS t
    LEFT JOIN versions AS v ON t.version_id = v.version_id
    LEFT JOIN events AS e ON t.claim_id = e.claim_id
    LEFT JOIN evidence AS q ON t.claim_id = q.claim_id AND q.kind = 'sentence'
    LEFT JOIN taken AS m ON t.claim_id = m.claim_id
    LEFT JOIN due AS d ON t.claim_id = d.claim_id
    WHERE t.claim_id IS NOT NULL OR t.ledger <> 'ultimatums'
    UNION ALL
    SELECT
        t.*,
        CASE
            WHEN n.version_id IS NULL THEN 'its notice is missing'
            WHEN NOT coalesce(t.state = n.outcome, false)
                THEN concat('told as ', t.state, ', the notice says ', n.outcome)
            WHEN NOT coalesce(t.start_char = n.start_char AND t.end_char = n.end_char, false) THEN 'its sentence is another'
            WHEN NOT coalesce(t.published_date = v.published_date, false)
                THEN concat('told on ', t.published_date, ', published ', v.published_date)
        END
    FROM standing AS t
    LEFT JOIN clock_notices AS n ON t.version_id = n.version_id AND t.ordinal = n.ordinal
    LEFT JOIN versions AS v ON t.version_id = v.version_id
    WHERE t.claim_id IS NULL AND t.ledger = 'ultimatums'
)

SELECT
    concat_ws(' ', j.ledger, j.change_id) AS row_key,
    j.wrong,
    j.claim_id,
    j.version_id
FROM judged AS j
WHERE j.wrong IS NOT NULL
ORDER BY row_key
