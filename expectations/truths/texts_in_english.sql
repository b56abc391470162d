-- name: every stored text is English
-- grain: one row per version that is not
-- reads: versions
-- table: versions
-- severity: critical
-- why: the extractor reads English only; on any other language it finds things that are not there
-- note: 'en' is ISO 639-1
SELECT
    v.version_id AS row_key,
    concat('language is ', v.language) AS wrong,
    NULL AS claim_id,
    v.version_id
FROM versions AS v
WHERE v.language IS DISTINCT FROM 'en'
ORDER BY row_key
