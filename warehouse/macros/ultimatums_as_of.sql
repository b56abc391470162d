-- name: how each ultimatum stood on a day, as known on a night
-- grain: one row per demander, target and deadline
-- reads: ultimatum_changes, reviews, v_parties, v_actors, conditions, events, ref_statuses, versions
-- note: an ultimatum is extended where a text says so or where the same sides set a later deadline before this one was
--   over; met or lapsed where a text says so; lapsed also where the demander carried out on the same object what it
--   had threatened, on or after the deadline. Until its deadline is over it is open; after it, where no text says what
--   became of it, unknown. What nobody tells is not concluded: silence does not mean that a demand was met or missed
CREATE MACRO ultimatums_as_of(day, known) AS TABLE -- noqa: CP05
WITH told AS (
    SELECT c.*
    FROM ultimatum_changes AS c
    LEFT JOIN reviews AS r ON c.claim_id = r.claim_id AND r.standing = 'disputed' AND r.decided_on <= known
    WHERE
        c.known_on <= known
        AND (c.closed_on IS NULL OR c.closed_on > known)
        AND c.valid_latest <= day
        AND r.claim_id IS NULL
),

opened AS (
    SELECT
        t.demander_id,
        t.target_id,
        t.deadline,
        min(t.valid_latest) AS opened_on,
        min(t.valid_earliest) AS opened_start,
        arg_min(t.claim_id, (t.published_date, t.known_on, t.version_id, t.ordinal)) AS claim_id,
        arg_min(t.demand, (t.published_date, t.known_on, t.version_id, t.ordinal)) AS demand,
        count(*) AS n_claims
    FROM told AS t
    WHERE t.claim_id IS NOT NULL
    GROUP BY t.demander_id, t.target_id, t.deadline
),

put_off AS (
    SELECT
        o.demander_id,
        o.target_id,
        o.deadline,
        min(l.deadline) AS new_deadline
    FROM opened AS o
    INNER JOIN opened AS l
        ON
            o.demander_id = l.demander_id
            AND o.target_id = l.target_id
            AND o.deadline < l.deadline
            AND o.opened_on < l.opened_on
            AND o.deadline >= l.opened_on
    GROUP BY o.demander_id, o.target_id, o.deadline
),

notices AS (
    SELECT
        o.demander_id,
        o.target_id,
        o.deadline,
        n.state,
        n.deadline AS new_deadline,
        n.version_id,
        n.valid_latest
    FROM opened AS o
    INNER JOIN told AS n
        ON
            n.claim_id IS NULL
            AND (n.demander_id IS NULL OR o.demander_id = n.demander_id)
            AND (
                n.target_id IS NULL
                OR o.target_id = n.target_id
                OR (n.demander_id IS NULL AND o.demander_id = n.target_id)
                OR o.target_id IN (SELECT a.state_id FROM v_actors AS a WHERE a.actor_id = n.target_id)
            )
            AND o.opened_on <= n.valid_latest
            AND (o.deadline IS NULL OR n.valid_latest BETWEEN o.deadline - 60 AND o.deadline + 60)
    QUALIFY row_number() OVER (
        PARTITION BY o.demander_id, o.target_id, o.deadline ORDER BY n.valid_latest DESC, n.version_id, n.ordinal
    ) = 1
),

threatened AS (
    SELECT DISTINCT
        o.demander_id,
        o.target_id,
        o.deadline,
        e.type,
        e.action,
        p.identity_id AS object_id
    FROM opened AS o
    INNER JOIN conditions AS k ON o.claim_id = k.claim_id
    INNER JOIN events AS u ON o.claim_id = u.claim_id
    INNER JOIN events AS e ON u.version_id = e.version_id AND u.claim_id <> e.claim_id
    INNER JOIN conditions AS m ON e.claim_id = m.claim_id AND k.start_char = m.start_char AND k.end_char = m.end_char
    INNER JOIN v_parties AS p ON e.claim_id = p.claim_id AND p.role = 'target'
    WHERE o.deadline IS NOT NULL
),

carried_out AS (
    SELECT
        t.demander_id,
        t.target_id,
        t.deadline,
        arg_min(e.claim_id, (coalesce(e.date_end, v.published_date), v.published_date, e.claim_id)) AS claim_id
    FROM threatened AS t
    INNER JOIN events AS e ON t.type = e.type AND t.action = e.action
    INNER JOIN ref_statuses AS s ON e.status = s.status AND s.status_group = 'actual'
    INNER JOIN versions AS v ON e.version_id = v.version_id
    INNER JOIN v_parties AS a ON e.claim_id = a.claim_id AND a.role = 'actor' AND t.demander_id = a.identity_id
    INNER JOIN v_parties AS b ON e.claim_id = b.claim_id AND b.role = 'target' AND t.object_id = b.identity_id
    WHERE
        v.known_on <= known
        AND e.date_start >= t.deadline
        AND least(coalesce(e.date_end, v.published_date), v.published_date) <= day
        AND NOT exists(
            SELECT 1 FROM reviews AS r
            WHERE r.claim_id = e.claim_id AND r.standing = 'disputed' AND r.decided_on <= known
        )
    GROUP BY t.demander_id, t.target_id, t.deadline
)

SELECT
    o.demander_id,
    o.target_id,
    o.demand,
    o.deadline,
    o.opened_on,
    o.opened_start,
    CASE
        WHEN n.state IS NOT NULL THEN n.state
        WHEN p.new_deadline IS NOT NULL THEN 'extended'
        WHEN c.claim_id IS NOT NULL THEN 'lapsed'
        WHEN o.deadline IS NULL OR day > o.deadline THEN 'unknown'
        ELSE 'open'
    END AS state,
    coalesce(n.new_deadline, p.new_deadline) AS new_deadline,
    coalesce(day > o.deadline, false) AS is_over,
    o.claim_id,
    c.claim_id AS carried_out_claim_id,
    n.version_id AS notice_version_id,
    o.n_claims
FROM opened AS o
LEFT JOIN notices AS n
    ON o.demander_id = n.demander_id AND o.target_id = n.target_id AND o.deadline IS NOT DISTINCT FROM n.deadline
LEFT JOIN put_off AS p ON o.demander_id = p.demander_id AND o.target_id = p.target_id AND o.deadline = p.deadline
LEFT JOIN carried_out AS c ON o.demander_id = c.demander_id AND o.target_id = c.target_id AND o.deadline = c.deadline
