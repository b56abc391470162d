-- question: Which ultimatums are over with nothing told to follow?
-- day: the day asked about; by default the latest night in the file
-- known: the night as of which we knew it; by default the latest
-- reads: ultimatums_as_of, v_parties, v_events, versions
-- note: a follow-up is any actual act of the demander against the target, or about it, dated on or after the
--   deadline; lapsed is what a text says, unknown what none does
WITH asked AS (
    SELECT
        coalesce(getvariable('day')::DATE, (SELECT max(v.known_on) FROM versions AS v)) AS day,
        coalesce(getvariable('known')::DATE, (SELECT max(v.known_on) FROM versions AS v)) AS known
)

SELECT u.demander_id, u.target_id, u.demand, u.deadline, u.state
FROM ultimatums_as_of((SELECT a.day FROM asked AS a), (SELECT a.known FROM asked AS a)) AS u
CROSS JOIN asked AS k
WHERE
    u.is_over
    AND u.state IN ('lapsed', 'unknown')
    AND NOT EXISTS (
        SELECT 1
        FROM v_events AS e
        INNER JOIN v_parties AS a ON e.claim_id = a.claim_id AND a.role = 'actor' AND a.identity_id = u.demander_id
        WHERE
            e.status_group = 'actual'
            AND e.date_start BETWEEN u.deadline AND k.day
            AND e.known_on <= k.known
            AND (list_contains(e.about_ids, u.target_id) OR list_contains(e.target_ids, u.target_id))
    )
ORDER BY u.deadline, u.demander_id, u.target_id
