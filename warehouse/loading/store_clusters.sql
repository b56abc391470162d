-- name: the clusters of some claims in place of those in which they stood
-- note: `given_members` holds whole segments. Rows that stay as they are aren't written; a name that is no more
--   becomes a redirect (redirects.sql)
CREATE OR REPLACE TEMP TABLE new_members AS SELECT * FROM given_members;
CREATE OR REPLACE TEMP TABLE new_clusters AS SELECT * FROM given_clusters;
CREATE OR REPLACE TEMP TABLE old_members AS
SELECT m.* FROM cluster_members AS m SEMI JOIN new_members AS n ON m.claim_id = n.claim_id;
CREATE OR REPLACE TEMP TABLE old_clusters AS
WITH names AS (
    SELECT o.cluster_id FROM old_members AS o
    UNION
    SELECT n.cluster_id FROM new_members AS n
)

SELECT c.*
FROM clusters AS c
WHERE c.cluster_id IN (SELECT n.cluster_id FROM names AS n) OR c.merged_into IN (SELECT n.cluster_id FROM names AS n);
CREATE OR REPLACE TEMP TABLE changed_members AS
SELECT * FROM new_members
EXCEPT
SELECT * FROM old_members;
CREATE OR REPLACE TEMP TABLE gone AS
SELECT o.claim_id FROM old_members AS o SEMI JOIN changed_members AS n ON o.claim_id = n.claim_id;
DELETE FROM cluster_members WHERE claim_id IN (SELECT g.claim_id FROM gone AS g);
INSERT INTO cluster_members SELECT * FROM changed_members ORDER BY claim_id;
CREATE OR REPLACE TEMP TABLE standing AS
SELECT * EXCLUDE (segment) FROM new_clusters;
DELETE FROM ops_segments WHERE cluster_id IN (SELECT o.cluster_id FROM old_clusters AS o);
INSERT INTO ops_segments
SELECT n.cluster_id, n.segment FROM new_clusters AS n WHERE n.cluster_id <> n.segment ORDER BY n.cluster_id
