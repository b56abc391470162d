-- question: Which named targets have an identifier to screen by?
-- day: the day asked about; by default the latest night in the file
-- known: the night as of which we knew it; by default the latest
-- reads: sanctions_as_of, v_actors, versions
-- note: reported in the press, not designated: a row is no proof that the target is on a list
WITH asked AS (
    SELECT
        coalesce(getvariable('day')::DATE, (SELECT max(v.known_on) FROM versions AS v)) AS day,
        coalesce(getvariable('known')::DATE, (SELECT max(v.known_on) FROM versions AS v)) AS known
)

SELECT
    s.target_id,
    any_value(a.name) AS name,
    any_value(a.kind) AS kind,
    any_value(a.external_ids) AS external_ids,
    list(DISTINCT s.sender_id ORDER BY s.sender_id) AS senders,
    bool_or(s.in_force) AS in_force
FROM sanctions_as_of((SELECT a.day FROM asked AS a), (SELECT a.known FROM asked AS a)) AS s
INNER JOIN v_actors AS a ON s.target_id = a.actor_id
WHERE s.scope = 'international' AND len(a.external_ids) > 0
GROUP BY s.target_id
ORDER BY s.target_id
