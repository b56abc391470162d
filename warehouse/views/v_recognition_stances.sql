-- name: where each recogniser stands on each claimant, by the latest actual claim
-- grain: one row per recogniser, claimant and matter
-- reads: v_events, participants, actors, events, ref_actions, ref_offices
-- note: only claims whose status is actual count: what is denied, threatened, urged or might be is no stance;
--   a stance is dated by its event, at the latest by publication; of claims of one day the later text counts,
--   and within a text the one told first, since background follows news; a stance that another includes
--   (ref_actions.implied_by: backing after recognition) does not end it; since_* is the earliest date told of the
--   unbroken run of the stance, so since_start is NULL where no text says when it began; stances on land
--   (territory, capital, border) stand apart from those on the claimant itself
CREATE VIEW v_recognition_stances AS
WITH told AS (
    SELECT
        s.actor_id AS recogniser_id,
        coalesce(sa.name, s.name) AS recogniser_name,
        t.actor_id AS claimant_id,
        coalesce(ta.name, t.name) AS claimant_name,
        coalesce(o.matter, 'claimant') AS matter,
        r.stance,
        r.implied_by,
        e.*,
        row_number() OVER (
            PARTITION BY s.actor_id, t.actor_id, coalesce(o.matter, 'claimant')
            ORDER BY
                least(coalesce(e.date_start, e.date_end, e.published_date), e.published_date),
                e.published_date,
                e.known_on,
                e.version_id,
                n.ordinal DESC,
                e.claim_id
        ) AS turn
    FROM v_events AS e
    INNER JOIN events AS n ON e.claim_id = n.claim_id
    INNER JOIN ref_actions AS r ON e.type = r.type AND e.action = r.action AND r.stance IS NOT NULL
    INNER JOIN participants AS s ON e.claim_id = s.claim_id AND s.role = 'actor'
    INNER JOIN participants AS t ON e.claim_id = t.claim_id AND t.role = 'target'
    LEFT JOIN actors AS sa ON s.actor_id = sa.actor_id
    LEFT JOIN actors AS ta ON t.actor_id = ta.actor_id
    LEFT JOIN ref_offices AS o ON e.office = o.office
    WHERE e.status_group = 'actual'
),

standing AS (
    SELECT
        k.*,
        last_value(CASE WHEN k.implied_by IS NULL THEN k.stance END IGNORE NULLS) OVER (
            PARTITION BY k.recogniser_id, k.claimant_id, k.matter
            ORDER BY k.turn
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) AS stood
    FROM told AS k
),

held AS (
    SELECT k.*, CASE WHEN k.stood = k.implied_by THEN k.stood ELSE k.stance END AS holds
    FROM standing AS k
),

latest AS (
    SELECT
        k.*,
        last_value(k.holds) OVER (
            PARTITION BY k.recogniser_id, k.claimant_id, k.matter
            ORDER BY k.turn
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS now_holds
    FROM held AS k
),

since_break AS (
    SELECT
        k.*,
        coalesce(
            max(CASE WHEN k.holds <> k.now_holds THEN k.turn END) OVER (
                PARTITION BY k.recogniser_id, k.claimant_id, k.matter
            ), 0
        ) AS broken_at
    FROM latest AS k
),

run AS (
    SELECT * FROM since_break AS k
    WHERE k.turn > k.broken_at AND k.stance = k.now_holds
)

SELECT
    k.recogniser_id,
    last(k.recogniser_name ORDER BY k.turn) AS recogniser_name,
    k.claimant_id,
    last(k.claimant_name ORDER BY k.turn) AS claimant_name,
    k.matter,
    last(k.office ORDER BY k.turn) AS office,
    k.now_holds AS stance,
    first(k.date_start ORDER BY k.date_start IS NULL, coalesce(k.date_start, k.date_end), k.turn) AS since_start,
    first(k.date_end ORDER BY k.date_start IS NULL, coalesce(k.date_start, k.date_end), k.turn) AS since_end,
    first(k.date_precision ORDER BY k.date_start IS NULL, coalesce(k.date_start, k.date_end), k.turn)
        AS since_precision,
    first(k.claim_id ORDER BY k.date_start IS NULL, coalesce(k.date_start, k.date_end), k.turn) AS since_claim_id,
    last(k.claim_id ORDER BY k.turn) AS claim_id,
    last(k.status ORDER BY k.turn) AS status,
    last(k.sentence ORDER BY k.turn) AS sentence,
    last(k.field ORDER BY k.turn) AS field,
    last(k.start_char ORDER BY k.turn) AS start_char,
    last(k.end_char ORDER BY k.turn) AS end_char,
    last(k.title ORDER BY k.turn) AS title,
    last(k.url ORDER BY k.turn) AS url,
    last(k.published_date ORDER BY k.turn) AS published_date,
    last(k.known_on ORDER BY k.turn) AS known_on,
    count(*) AS n_claims,
    count(DISTINCT k.cluster_id) AS n_clusters
FROM run AS k
GROUP BY k.recogniser_id, k.claimant_id, k.matter, k.now_holds;

COMMENT ON VIEW v_recognition_stances IS 'Where each recogniser stands on each claimant, by the latest actual claim; one row per recogniser, claimant and matter';
COMMENT ON COLUMN v_recognition_stances.recogniser_id IS 'Who takes the stance';
COMMENT ON COLUMN v_recognition_stances.recogniser_name IS 'Its name';
COMMENT ON COLUMN v_recognition_stances.claimant_id IS 'On whom';
COMMENT ON COLUMN v_recognition_stances.claimant_name IS 'Its name';
COMMENT ON COLUMN v_recognition_stances.matter IS 'claimant (who it is or governs) or land (what it holds)';
COMMENT ON COLUMN v_recognition_stances.office IS 'Word of ref_offices that the latest claim names; NULL where it does not say';
COMMENT ON COLUMN v_recognition_stances.stance IS 'recognises, backs, refuses, withdrew or neutral, as ref_actions.stance has it';
COMMENT ON COLUMN v_recognition_stances.since_start IS 'First calendar day on which the stance can have begun; NULL where no text says';
COMMENT ON COLUMN v_recognition_stances.since_end IS 'Last calendar day on which it can have begun; NULL where no text says';
COMMENT ON COLUMN v_recognition_stances.since_precision IS 'Word of ref_precisions for the two';
COMMENT ON COLUMN v_recognition_stances.since_claim_id IS 'Claim that tells them';
COMMENT ON COLUMN v_recognition_stances.claim_id IS 'Latest claim that tells the stance';
COMMENT ON COLUMN v_recognition_stances.status IS 'Its status';
COMMENT ON COLUMN v_recognition_stances.sentence IS 'The one sentence that says so; NULL where the claim lacks its evidence';
COMMENT ON COLUMN v_recognition_stances.field IS 'Part of the version the sentence stands in: text or title';
COMMENT ON COLUMN v_recognition_stances.start_char IS 'First character of the sentence, 0-based Unicode code point into the field';
COMMENT ON COLUMN v_recognition_stances.end_char IS 'One past its last character';
COMMENT ON COLUMN v_recognition_stances.title IS 'Title of the article; NULL where there is none';
COMMENT ON COLUMN v_recognition_stances.url IS 'Canonical address of the article; NULL where there is none';
COMMENT ON COLUMN v_recognition_stances.published_date IS 'Calendar day on which the world could know the text';
COMMENT ON COLUMN v_recognition_stances.known_on IS 'Night under which the raw store first got the text';
COMMENT ON COLUMN v_recognition_stances.n_claims IS 'Claims that tell the unbroken stance';
COMMENT ON COLUMN v_recognition_stances.n_clusters IS 'Real events that they tell of';
