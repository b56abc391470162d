-- question: Which ultimatums are over with nothing told to follow?
-- day: the day asked about; by default the latest night in the file
-- known: the night as of which we knew it; by default the latest
-- reads: ultimatums_as_of, v_parties, participants, events, ref_statuses, versions
-- note: a follow-up is any actual act of the demander against the target, or about it, dated on or after the
--   deadline; lapsed is what a text says, unknown what none does
WITH asked AS (
    SELECT
        coalesce(getvariable('day')::DATE, (SELECT max(v.known_on) FROM versions AS v)) AS day,
        coalesce(getvariable('known')::DATE, (SELECT max(v.known_on) FROM versions AS v)) AS known
),

acts AS (
    SELECT a.identity_id AS actor_id, t.object_id, max(e.date_start) AS last_day
    FROM events AS e
    CROSS JOIN asked AS k
    INNER JOIN versions AS v ON e.version_id = v.version_id AND v.known_on <= k.known
    INNER JOIN ref_statuses AS s ON e.status = s.status AND s.status_group = 'actual'
    INNER JOIN v_parties AS a ON e.claim_id = a.claim_id AND a.role = 'actor'
    INNER JOIN (
        SELECT DISTINCT p.claim_id, p.actor_id AS object_id
        FROM participants AS p
        WHERE p.role IN ('target', 'about')
    ) AS t ON e.claim_id = t.claim_id
    WHERE e.date_start <= k.day
    GROUP BY a.identity_id, t.object_id
)

SELECT u.demander_id, u.target_id, u.demand, u.deadline, u.state
FROM ultimatums_as_of((SELECT a.day FROM asked AS a), (SELECT a.known FROM asked AS a)) AS u
LEFT JOIN acts AS t ON u.demander_id = t.actor_id AND u.target_id = t.object_id
WHERE u.is_over AND u.state IN ('lapsed', 'unknown') AND (t.last_day IS NULL OR t.last_day < u.deadline)
ORDER BY u.deadline, u.demander_id, u.target_id
