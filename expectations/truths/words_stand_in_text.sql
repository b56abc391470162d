-- name: the words that claims quote for day, place, reason and speaker stand in their text
-- grain: one row per claim and word that does not
-- reads: events, versions, checked_versions
-- table: events
-- severity: critical
-- note: words of three letters or more are looked for one by one: a dash may be written otherwise, an initial left out
-- why: such words are shown as the text's own
WITH quoted AS (
    SELECT
        e.claim_id,
        e.version_id,
        unnest([
            {'of': 'date_text', 'words': e.date_text},
            {'of': 'venue', 'words': e.venue},
            {'of': 'reason', 'words': e.reason},
            {'of': 'attribution_by', 'words': e.attribution_by}
        ]) AS q
    FROM events AS e
    INNER JOIN checked_versions AS n ON e.version_id = n.version_id
)

SELECT
    concat_ws(' ', q.claim_id, q.q['of']) AS row_key,
    concat(q.q['of'], ' “', left(q.q['words'], 60), '” does not stand in the text') AS wrong,
    q.claim_id,
    q.version_id
FROM quoted AS q
INNER JOIN versions AS v ON q.version_id = v.version_id
WHERE
    q.q['words'] IS NOT NULL
    AND len(list_filter(
        regexp_extract_all(q.q['words'], '[\pL\pN]{3,}'),
        LAMBDA w: NOT contains(concat_ws(chr(10), v.title, v.text), w)
    )) > 0
ORDER BY row_key
