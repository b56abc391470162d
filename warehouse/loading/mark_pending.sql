-- name: texts whose claims are replaced wait to be clustered and for the ledgers
INSERT INTO ops_pending
SELECT r.version_id FROM replaced AS r
ON CONFLICT DO NOTHING
