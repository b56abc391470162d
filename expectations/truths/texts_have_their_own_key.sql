-- name: every text is the one that its key was made of
-- grain: one row per text that is not, or whose length is given wrongly
-- reads: versions, checked_versions
-- table: versions
-- severity: critical
-- why: a text that was cut, garbled or put under another key no longer says what its claims were read from
-- note: a version's key is the first 16 hex digits of the SHA-256 of its text (transforms/ingest/identity.py)
SELECT
    v.version_id AS row_key,
    CASE
        WHEN v.text IS NULL THEN 'it has no text'
        WHEN left(sha256(v.text), 16) <> v.version_id
            THEN concat('the key of its ', length(v.text), ' characters is ', left(sha256(v.text), 16))
        ELSE concat('it has ', length(v.text), ' characters, not ', v.n_chars)
    END AS wrong,
    NULL AS claim_id,
    v.version_id
FROM versions AS v
INNER JOIN checked_versions AS k ON v.version_id = k.version_id
WHERE left(sha256(v.text), 16) IS DISTINCT FROM v.version_id OR length(v.text) IS DISTINCT FROM v.n_chars
ORDER BY row_key
