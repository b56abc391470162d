-- name: texts whose claims people corrected, or no longer correct, wait for clusters and ledgers
INSERT INTO ops_pending
SELECT v.version_id FROM versions AS v WHERE v.version_id IN (SELECT unnest($versions))
ON CONFLICT DO NOTHING
