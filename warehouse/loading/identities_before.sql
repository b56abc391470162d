-- name: what was held of the names that are tied anew
-- grain: one row per text and named actor
CREATE OR REPLACE TEMP TABLE identities_before AS
SELECT i.*
FROM identities AS i
WHERE
    i.version_id IN (SELECT t.version_id FROM texts_to_name AS t)
    OR (i.version_id, i.actor_id) IN (
        SELECT (n.version_id, n.actor_id)
        FROM namings AS n
        SEMI JOIN touched_surnames AS s ON n.surname = s.surname
    )
