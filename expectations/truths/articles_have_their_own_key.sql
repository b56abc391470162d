-- name: every article is the one that its key was made of
-- grain: one row per article that is not
-- reads: articles, versions, appearances, checked_versions
-- table: articles
-- severity: critical
-- why: an article under another's key or address sends a reader to a page that never said so
-- note: the key is that of source and address, or of the text where it has no address or shares it with other texts
--   (transforms/ingest/tables.py)
WITH judged AS MATERIALIZED (
    SELECT a.*
    FROM articles AS a
    WHERE
        $whole
        OR a.article_id IN (
            SELECT p.article_id FROM appearances AS p INNER JOIN checked_versions AS k ON p.version_id = k.version_id
        )
)

SELECT
    j.article_id AS row_key,
    concat('the key of ', j.source_id, ' ', coalesce(j.canonical_url, 'without an address'), ' is another') AS wrong,
    NULL AS claim_id,
    NULL AS version_id
FROM judged AS j
WHERE
    left(sha256(concat(j.source_id, chr(10), j.canonical_url)), 16) IS DISTINCT FROM j.article_id
    AND NOT exists(SELECT 1 FROM versions AS v WHERE v.version_id = j.article_id)
ORDER BY row_key
