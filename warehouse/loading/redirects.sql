-- name: names of clusters that are no more, each with the cluster that now holds most of its claims
-- grain: one row per retired name whose claims still stand
-- note: the redirect follows the claims, so a name that was retired before follows a second merge too. A name that no
--   earlier night had is forgotten: a night in two halves leaves what the whole night does
CREATE OR REPLACE TEMP TABLE wanted AS
WITH former AS (
    SELECT o.cluster_id, n.cluster_id AS successor, count(*) AS n_claims
    FROM old_members AS o
    INNER JOIN new_members AS n ON o.claim_id = n.claim_id
    GROUP BY o.cluster_id, n.cluster_id
),

chosen AS (
    SELECT f.cluster_id, f.successor
    FROM former AS f
    QUALIFY row_number() OVER (PARTITION BY f.cluster_id ORDER BY f.n_claims DESC, f.successor) = 1
),

retired AS (
    SELECT c.cluster_id, c.type, c.action, coalesce(h.successor, c.merged_into) AS successor
    FROM old_clusters AS c
    LEFT JOIN chosen AS h ON coalesce(c.merged_into, c.cluster_id) = h.cluster_id
    WHERE c.cluster_id NOT IN (SELECT n.cluster_id FROM standing AS n)
),

late AS (
    SELECT e.claim_id
    FROM events AS e
    INNER JOIN versions AS v ON e.version_id = v.version_id
    WHERE
        e.claim_id IN (SELECT r.cluster_id FROM retired AS r)
        AND v.known_on = (
            SELECT max(w.known_on) FROM versions AS w SEMI JOIN ops_pending AS p ON w.version_id = p.version_id
        )
)

SELECT s.* FROM standing AS s
UNION ALL
SELECT r.cluster_id, r.type, r.action, r.successor
FROM retired AS r
WHERE
    r.successor IN (SELECT n.cluster_id FROM standing AS n)
    AND r.cluster_id NOT IN (SELECT l.claim_id FROM late AS l);
CREATE OR REPLACE TEMP TABLE changed_clusters AS
SELECT * FROM wanted
EXCEPT
SELECT * FROM old_clusters;
CREATE OR REPLACE TEMP TABLE gone_clusters AS
SELECT o.cluster_id
FROM old_clusters AS o
WHERE
    o.cluster_id NOT IN (SELECT w.cluster_id FROM wanted AS w)
    OR o.cluster_id IN (SELECT c.cluster_id FROM changed_clusters AS c);
DELETE FROM clusters WHERE cluster_id IN (SELECT g.cluster_id FROM gone_clusters AS g);
INSERT INTO clusters SELECT * FROM changed_clusters ORDER BY cluster_id
