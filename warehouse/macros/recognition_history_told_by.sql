-- name: where each recogniser stood on each claimant, from when until when, as known on a night that lies
--   before another
-- grain: one row per recogniser, claimant, matter and unbroken run of one stance
-- reads: recognition_changes, ref_ledger_states, reviews
-- note: only what holds makes a run; what is threatened, planned or called for is in v_recognition_changes. Of rows of
--   one day the later text counts, and within a text the one told first, since background follows news. A stance that
--   another includes does not end it, and an undated mention after what presupposes it begins nothing. since_start is
--   the earliest day told of the run, NULL where no text says; begun_on the day by which it had begun. From `before`
--   on there are no rows; recognition_history takes what was made in advance then
CREATE MACRO recognition_history_told_by(known, before) AS TABLE -- noqa: CP05
WITH told AS (
    SELECT
        c.*,
        s.holds,
        s.included_in,
        s.ended_by,
        row_number() OVER (
            PARTITION BY c.recogniser_id, c.claimant_id, c.matter
            ORDER BY
                c.valid_latest, c.published_date, c.known_on, c.version_id, c.ordinal DESC, c.change_id
        ) AS turn
    FROM recognition_changes AS c
    INNER JOIN ref_ledger_states AS s ON s.ledger = 'recognitions' AND c.state = s.state
    LEFT JOIN reviews AS r ON c.claim_id = r.claim_id AND r.standing = 'disputed' AND r.decided_on <= known
    WHERE
        s.holds IS NOT NULL
        AND known < before
        AND c.known_on <= known
        AND (c.closed_on IS NULL OR c.closed_on > known)
        AND r.claim_id IS NULL
),

before AS (
    SELECT
        t.*,
        last_value(CASE WHEN NOT t.is_background THEN t.state END IGNORE NULLS) OVER (
            PARTITION BY t.recogniser_id, t.claimant_id, t.matter
            ORDER BY t.turn ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS stood_before
    FROM told AS t
),

news AS (
    SELECT
        b.*,
        last_value(CASE WHEN b.included_in IS NULL THEN b.state END IGNORE NULLS) OVER (
            PARTITION BY b.recogniser_id, b.claimant_id, b.matter
            ORDER BY b.turn ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) AS stood
    FROM before AS b
    WHERE NOT (b.is_background AND coalesce(list_contains(string_split(b.ended_by, '|'), b.stood_before), false))
),

held AS (
    SELECT n.*, CASE WHEN n.stood = n.included_in THEN n.stood ELSE n.state END AS stance
    FROM news AS n
),

turned AS (
    SELECT
        h.*,
        coalesce(h.stance <> lag(h.stance) OVER (
            PARTITION BY h.recogniser_id, h.claimant_id, h.matter ORDER BY h.turn
        ), true) AS is_turn
    FROM held AS h
),

runs AS (
    SELECT
        t.*,
        count(*) FILTER (WHERE t.is_turn) OVER (
            PARTITION BY t.recogniser_id, t.claimant_id, t.matter
            ORDER BY t.turn ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) AS run
    FROM turned AS t
),

whole AS (
    SELECT
        r.recogniser_id,
        r.claimant_id,
        r.matter,
        r.run,
        r.stance,
        last(r.office ORDER BY r.turn) AS office,
        first(r.about_id ORDER BY r.about_id IS NULL, r.turn) AS about_id,
        min(r.valid_latest) AS begun_on,
        first(r.valid_earliest ORDER BY r.valid_earliest IS NULL, r.valid_earliest, r.turn) AS since_start,
        first(r.valid_latest ORDER BY r.valid_earliest IS NULL, r.valid_earliest, r.turn) AS since_end,
        first(r.valid_precision ORDER BY r.valid_earliest IS NULL, r.valid_earliest, r.turn) AS since_precision,
        first(r.claim_id ORDER BY r.valid_earliest IS NULL, r.valid_earliest, r.turn) AS since_claim_id,
        last(r.claim_id ORDER BY r.turn) AS claim_id,
        last(r.version_id ORDER BY r.turn) AS version_id,
        last(r.published_date ORDER BY r.turn) AS published_date,
        last(r.known_on ORDER BY r.turn) AS known_on,
        count(*) AS n_claims
    FROM runs AS r
    WHERE r.state = r.stance
    GROUP BY r.recogniser_id, r.claimant_id, r.matter, r.run, r.stance
)

SELECT
    w.*,
    lead(w.begun_on) OVER (PARTITION BY w.recogniser_id, w.claimant_id, w.matter ORDER BY w.run) AS until_on,
    lead(w.since_start) OVER (PARTITION BY w.recogniser_id, w.claimant_id, w.matter ORDER BY w.run) AS until_start,
    lead(w.stance) OVER (PARTITION BY w.recogniser_id, w.claimant_id, w.matter ORDER BY w.run) AS then_stance
FROM whole AS w
