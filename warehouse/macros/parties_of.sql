-- name: who takes part in claims, and who that is across texts
-- grain: one row per claim, role and place
-- reads: identities, actors
-- note: `told` names the table of participants that is read, `claims` the one of their claims: all of them (v_parties), or
--   temporary tables of some. A state, a body or any other actor of the seeds is the same in every text; a name is whom
--   identities ties it to; a name without a tie and an unnamed group are of their text alone, so they bear its key and
--   meet nobody else's
CREATE MACRO parties_of(told, claims) AS TABLE -- noqa: CP05
SELECT
    p.claim_id,
    e.version_id,
    p.role,
    p.ordinal,
    p.actor_id,
    CASE
        WHEN i.identity_id IS NOT NULL THEN i.identity_id
        WHEN p.actor_id LIKE 'OPEN:%' OR (p.actor_id LIKE 'NAME:%' AND a.kind = 'named')
            THEN p.actor_id || '@' || e.version_id
        ELSE p.actor_id
    END AS identity_id,
    i.identity_id IS NULL
    AND (p.actor_id LIKE 'OPEN:%' OR (p.actor_id LIKE 'NAME:%' AND coalesce(a.kind, 'named') = 'named')) AS is_open,
    p.name,
    a.kind,
    i.score,
    i.rule
FROM query_table(told) AS p
INNER JOIN query_table(claims) AS e ON p.claim_id = e.claim_id
LEFT JOIN actors AS a ON p.actor_id = a.actor_id
LEFT JOIN identities AS i ON e.version_id = i.version_id AND p.actor_id = i.actor_id
