-- name: the life of each sanction, step by step, as known on a night that lies before another
-- grain: one row per claim, sender and target that tells a step
-- reads: sanction_changes, ref_ledger_states, reviews
-- note: an episode is one sanction of a sender on a target in one scope, from the first step told to the one that closes
--   it; what comes after is the next episode. in_force is what the last step that changes it says; NULL before any
--   does. An undated mention after what presupposes it (imposed, after lifted) is background and no step.
--   From `before` on there are no rows; sanction_steps takes what was made in advance then
CREATE MACRO sanction_steps_told_by(known, before) AS TABLE -- noqa: CP05
WITH told AS (
    SELECT
        c.*,
        s.holds,
        s.closes,
        s.ended_by,
        row_number() OVER (
            PARTITION BY c.sender_id, c.target_id, c.scope
            ORDER BY c.valid_latest, c.published_date, c.known_on, c.version_id, c.ordinal DESC, c.change_id
        ) AS turn
    FROM sanction_changes AS c
    INNER JOIN ref_ledger_states AS s ON s.ledger = 'sanctions' AND c.state = s.state
    LEFT JOIN reviews AS r ON c.claim_id = r.claim_id AND r.standing = 'disputed' AND r.decided_on <= known
    WHERE
        known < before
        AND c.known_on <= known
        AND (c.closed_on IS NULL OR c.closed_on > known)
        AND r.claim_id IS NULL
),

before AS (
    SELECT
        t.*,
        last_value(CASE WHEN NOT t.is_background AND t.holds IS NOT NULL THEN t.state END IGNORE NULLS) OVER (
            PARTITION BY t.sender_id, t.target_id, t.scope
            ORDER BY t.turn ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS stood_before
    FROM told AS t
),

news AS (
    SELECT b.*
    FROM before AS b
    WHERE NOT (b.is_background AND coalesce(list_contains(string_split(b.ended_by, '|'), b.stood_before), false))
),

closed AS (
    SELECT
        n.*,
        lag(n.closes, 1, false) OVER (PARTITION BY n.sender_id, n.target_id, n.scope ORDER BY n.turn)
        AND NOT n.closes AS is_opening
    FROM news AS n
),

numbered AS (
    SELECT
        c.*,
        1 + count(*) FILTER (WHERE c.is_opening) OVER (
            PARTITION BY c.sender_id, c.target_id, c.scope
            ORDER BY c.turn ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) AS episode
    FROM closed AS c
)

SELECT
    concat_ws(' ', n.sender_id, n.target_id, n.scope, n.episode) AS episode_id,
    n.sender_id,
    n.target_id,
    n.scope,
    n.episode,
    n.turn,
    n.state,
    last_value(n.holds IGNORE NULLS) OVER (
        PARTITION BY n.sender_id, n.target_id, n.scope, n.episode
        ORDER BY n.turn ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS in_force,
    n.holds,
    n.about_id,
    n.measures,
    n.valid_earliest,
    n.valid_latest,
    n.valid_precision,
    lead(n.valid_latest) OVER (
        PARTITION BY n.sender_id, n.target_id, n.scope ORDER BY n.turn
    ) AS until_on,
    n.change_id,
    n.claim_id,
    n.version_id,
    n.published_date,
    n.known_on
FROM numbered AS n
