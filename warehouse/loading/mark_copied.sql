-- name: texts that became copies, or are none any more, wait to be clustered
-- note: reads the temporary table `copies_before`, what was on record of the texts that were placed
INSERT INTO ops_pending
SELECT DISTINCT coalesce(b.version_id, c.version_id)
FROM copies_before AS b
FULL JOIN (SELECT k.* FROM copies AS k WHERE k.version_id IN (SELECT unnest(?::VARCHAR []))) AS c
    ON b.version_id = c.version_id
WHERE b.copy_of IS DISTINCT FROM c.copy_of
ON CONFLICT DO NOTHING
