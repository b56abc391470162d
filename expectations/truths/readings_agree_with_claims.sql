-- name: a claim takes the reading that is preferred, and no other
-- grain: one row per reading that its claim gainsays, that is of no vocabulary, or whose words the text lacks
-- reads: readings, participants, actors, ref_actions, evidence, versions, checked_claims
-- note: a reading whose own claim is missing is an orphan (parts_have_claims)
-- table: readings
-- severity: critical
-- why: a second reading that the words do not admit, or a second one preferred, tells more than the text says
WITH checked AS (
    SELECT
        r.*,
        e.version_id,
        CASE
            WHEN r.field IN ('actor', 'target') THEN r.value IN (SELECT a.actor_id FROM actors AS a)
            WHEN r.field = 'action' THEN r.value IN (SELECT concat(a.type, '/', a.action) FROM ref_actions AS a)
            ELSE try_cast(r.value AS DATE) IS NOT NULL
        END AS is_word,
        CASE
            WHEN r.field IN ('actor', 'target') THEN r.value IN (
                SELECT p.actor_id FROM participants AS p WHERE p.claim_id = r.claim_id AND p.role = r.field
            )
            WHEN r.field = 'action' THEN r.value = concat(e.type, '/', e.action)
            ELSE coalesce(try_cast(r.value AS DATE) = e.date_start, false)
        END AS is_taken,
        count_if(r.is_preferred) OVER (PARTITION BY r.claim_id, r.field) AS n_preferred,
        count(*) OVER (PARTITION BY r.claim_id, r.field) AS n_values,
        substring(
            CASE s.field WHEN 'title' THEN v.title ELSE v.text END, r.start_char + 1, r.end_char - r.start_char
        ) AS words
    FROM readings AS r
    INNER JOIN checked_claims AS e ON r.claim_id = e.claim_id
    INNER JOIN versions AS v ON e.version_id = v.version_id
    LEFT JOIN evidence AS s ON r.claim_id = s.claim_id AND s.kind = 'sentence'
)

SELECT
    concat_ws(' ', c.claim_id, c.ordinal) AS row_key,
    concat(c.field, ' ', c.value, CASE
        WHEN c.n_preferred > 1 THEN ' is one of several that are preferred'
        WHEN c.n_values <> 2 THEN concat(' is one of ', c.n_values, ' readings')
        WHEN NOT c.is_word THEN ' is not of its vocabulary'
        WHEN c.words IS DISTINCT FROM c.quote THEN ' stands on words that the text does not hold'
        WHEN c.is_preferred THEN ' is preferred, but the claim does not take it'
        ELSE ' is not preferred, but the claim takes it'
    END) AS wrong,
    c.claim_id,
    c.version_id
FROM checked AS c
WHERE
    c.n_preferred > 1
    OR c.n_values <> 2
    OR NOT c.is_word
    OR c.words IS DISTINCT FROM c.quote
    OR c.is_preferred <> c.is_taken
ORDER BY row_key
