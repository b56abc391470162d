-- name: the keys of the texts of the temporary table `near_texts`, one by one
-- grain: one row per key of a text
-- note: the place of the signature's row lets the scan skip what lies outside
INSERT INTO text_keys
WITH wanted AS (
    SELECT n.number, n.version_id
    FROM numbered AS n
    SEMI JOIN near_texts AS t ON n.version_id = t.version_id
    WHERE n.number NOT IN (SELECT k.number FROM text_keys AS k)
),

signed AS (
    SELECT w.number, s.rowid AS place
    FROM signatures AS s
    INNER JOIN wanted AS w ON s.version_id = w.version_id
)

SELECT w.number, generate_subscripts(s.keys, 1)::UTINYINT AS place, unnest(s.keys) AS key
FROM signatures AS s
INNER JOIN signed AS w ON s.rowid = w.place
