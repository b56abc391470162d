-- name: identities that are tied anew
DELETE FROM identities
WHERE (version_id, actor_id) IN (SELECT (b.version_id, b.actor_id) FROM identities_before AS b)
