-- name: the texts that wait, each with the night from which what it tells now was known
-- grain: one row per version
-- note: that is the night of the text; of a text that an earlier version of the extractor read in another way it is the
--   night of the later reading, and stays that
CREATE OR REPLACE TEMP TABLE opened AS
WITH rows_of AS (
    SELECT c.version_id, c.extractor_version, c.known_on FROM recognition_changes AS c
    UNION ALL
    SELECT c.version_id, c.extractor_version, c.known_on FROM sanction_changes AS c
    UNION ALL
    SELECT c.version_id, c.extractor_version, c.known_on FROM ultimatum_changes AS c
),

kept AS (
    SELECT
        w.version_id,
        min(r.known_on) FILTER (WHERE r.extractor_version = $$extractor_version) AS by_this_one,
        count(*) FILTER (WHERE r.extractor_version <> $$extractor_version) AS by_others
    FROM ops_pending AS w
    LEFT JOIN rows_of AS r ON w.version_id = r.version_id
    GROUP BY w.version_id
)

SELECT
    k.version_id,
    CASE
        WHEN k.by_others = 0 THEN v.known_on
        ELSE coalesce(k.by_this_one, greatest(v.known_on, $$night))
    END AS known_on
FROM kept AS k
INNER JOIN versions AS v ON k.version_id = v.version_id;
CREATE OR REPLACE TEMP TABLE opened_claims AS
SELECT e.claim_id
FROM events AS e
SEMI JOIN opened AS o ON e.version_id = o.version_id
