-- name: texts that are new or whose place or day is another than when copies were last sought, and the copies of such
-- grain: one row per version
CREATE OR REPLACE TEMP TABLE moved_texts AS
WITH moved AS (
    SELECT n.version_id
    FROM numbered AS n
    SEMI JOIN waiting_texts AS w ON n.version_id = w.version_id
    INNER JOIN signatures AS s ON n.version_id = s.version_id
    WHERE s.placed_as <> n.placed_as
)

SELECT m.version_id FROM moved AS m
UNION
SELECT c.version_id FROM copies AS c SEMI JOIN moved AS m ON c.copy_of = m.version_id;
CREATE OR REPLACE TEMP TABLE reached AS
SELECT DISTINCT v.known_on AS night
FROM versions AS v
SEMI JOIN moved_texts AS m ON v.version_id = m.version_id
