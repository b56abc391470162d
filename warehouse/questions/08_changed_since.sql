-- question: What changed since yesterday?
-- night: the night; by default the latest
-- reads: v_changes, recognition_changes, sanction_changes, ultimatum_changes, versions
WITH asked AS (
    SELECT
        coalesce(getvariable('night')::DATE, (SELECT max(v.known_on) FROM versions AS v)) AS night
),

of_night AS (
    SELECT c.change_id FROM recognition_changes AS c INNER JOIN asked AS a ON c.known_on = a.night OR c.closed_on = a.night
    UNION ALL
    SELECT c.change_id FROM sanction_changes AS c INNER JOIN asked AS a ON c.known_on = a.night OR c.closed_on = a.night
    UNION ALL
    SELECT c.change_id FROM ultimatum_changes AS c INNER JOIN asked AS a ON c.known_on = a.night OR c.closed_on = a.night
)

SELECT
    c.ledger,
    CASE WHEN c.closed_on = a.night THEN 'taken back' ELSE 'new' END AS change,
    c.subject_name,
    c.state,
    c.object_name,
    c.valid_earliest,
    c.valid_latest,
    c.standing,
    c.sentence
FROM of_night AS n
CROSS JOIN asked AS a
INNER JOIN LATERAL (SELECT v.* FROM v_changes AS v WHERE v.change_id = n.change_id) AS c ON true
ORDER BY c.ledger, change, c.subject_name, c.object_name, c.state, c.change_id
