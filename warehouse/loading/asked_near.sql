-- name: other claims that may tell the acts of the temporary table `around`, or are printed again with them
-- grain: one row per claim
-- note: `around` holds a type, an anchor and a text a row; the days are bounds, what is near is weighed by
--   `transforms.cluster_score`. A claim is found by its day, its last possible day or its day of publication
CREATE OR REPLACE TEMP TABLE days AS
SELECT DISTINCT r.type, r.anchor + d.shift AS day
FROM around AS r,
    (SELECT unnest(range(-w.days, w.days + 1))::INTEGER AS shift FROM window_days AS w) AS d;
CREATE OR REPLACE TEMP TABLE published AS
SELECT v.version_id, v.published_date
FROM versions AS v
WHERE v.published_date IN (SELECT d.day FROM days AS d);
CREATE OR REPLACE TEMP TABLE families AS
WITH firsts AS (
    SELECT coalesce(c.copy_of, r.version_id) AS version_id
    FROM around AS r
    LEFT JOIN copies AS c ON r.version_id = c.version_id
)

SELECT f.version_id FROM firsts AS f
UNION
SELECT c.version_id FROM copies AS c SEMI JOIN firsts AS f ON c.copy_of = f.version_id;
CREATE OR REPLACE TEMP TABLE near AS
SELECT e.claim_id FROM events AS e SEMI JOIN families AS f ON e.version_id = f.version_id
UNION
SELECT e.claim_id FROM events AS e SEMI JOIN days AS d ON e.type = d.type AND e.date_start = d.day
UNION
SELECT e.claim_id FROM events AS e SEMI JOIN days AS d ON e.type = d.type AND e.date_end = d.day
UNION
SELECT e.claim_id
FROM events AS e
INNER JOIN published AS p ON e.version_id = p.version_id
SEMI JOIN days AS d ON e.type = d.type AND p.published_date = d.day;
CREATE OR REPLACE TEMP TABLE asked AS
SELECT n.claim_id FROM near AS n ANTI JOIN asked AS a ON n.claim_id = a.claim_id
