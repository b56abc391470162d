-- name: texts that may be like one of the temporary table `sought`: published within the days bound, or of the same words
-- grain: one row per version
-- note: see `transforms.copies`: what is published further apart is a copy only where all words agree, and all keys then
CREATE OR REPLACE TEMP TABLE near_texts AS
WITH found AS (
    SELECT n.version_id, n.published_date
    FROM numbered AS n
    SEMI JOIN sought AS f ON n.number = f.number
),

days AS (
    SELECT DISTINCT f.published_date + d.shift::INTEGER AS day
    FROM found AS f, range(-$$days, $$days + 1) AS d (shift)
),

same AS (
    SELECT s.version_id
    FROM signatures AS s
    WHERE s.all_keys IN (
        SELECT q.all_keys FROM signatures AS q SEMI JOIN found AS f ON q.version_id = f.version_id
    )
)

SELECT v.version_id, v.known_on AS night
FROM versions AS v
WHERE v.published_date IN (SELECT d.day FROM days AS d)
UNION
SELECT v.version_id, v.known_on
FROM versions AS v
SEMI JOIN same AS s ON v.version_id = s.version_id
