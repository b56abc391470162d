-- name: identities that are tied anew
DELETE FROM identities
USING identities_before AS b
WHERE identities.version_id = b.version_id AND identities.actor_id = b.actor_id
