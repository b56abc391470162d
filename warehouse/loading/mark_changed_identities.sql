-- name: texts of which a name is now somebody else wait to be clustered and for the ledgers
INSERT INTO ops_pending
SELECT DISTINCT c.version_id
FROM (
    (SELECT * FROM identities_before EXCEPT SELECT * FROM given_identities)
    UNION ALL
    (SELECT * FROM given_identities EXCEPT SELECT * FROM identities_before)
) AS c
SEMI JOIN versions AS v ON c.version_id = v.version_id
ON CONFLICT DO NOTHING
