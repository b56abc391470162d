-- name: every text is cut into sentences, numbered from 0 without a gap
-- grain: one row per text without sentences, and one per part of a text whose numbers have a gap or come twice
-- reads: sentences, checked_versions
-- table: sentences
-- severity: critical
-- why: a text without its sentences was not read, and a lost sentence may be the one that denies the next
WITH cut AS (
    SELECT
        s.version_id,
        s.field,
        count(*) AS n,
        min(s.sentence_no) AS first_no,
        max(s.sentence_no) AS last_no,
        count(DISTINCT s.sentence_no) AS numbers
    FROM sentences AS s
    INNER JOIN checked_versions AS k ON s.version_id = k.version_id
    GROUP BY s.version_id, s.field
)

SELECT
    v.version_id AS row_key,
    'it has no sentence' AS wrong,
    NULL AS claim_id,
    v.version_id
FROM checked_versions AS v
WHERE NOT exists(SELECT 1 FROM cut AS c WHERE c.version_id = v.version_id AND c.field = 'text')
UNION ALL
SELECT
    concat_ws(' ', c.version_id, c.field),
    concat(c.n, ' sentences are numbered ', c.first_no, ' to ', c.last_no),
    NULL,
    c.version_id
FROM cut AS c
WHERE c.first_no <> 0 OR c.last_no <> c.n - 1 OR c.numbers <> c.n
ORDER BY row_key, wrong
