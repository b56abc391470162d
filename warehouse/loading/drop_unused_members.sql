-- name: members of clusters whose claim is gone, and the names of clusters left without any
CREATE OR REPLACE TEMP TABLE gone_claims AS
SELECT o.claim_id FROM old_claims AS o ANTI JOIN events AS e ON o.claim_id = e.claim_id;
DELETE FROM cluster_members WHERE claim_id IN (SELECT g.claim_id FROM gone_claims AS g);
CREATE OR REPLACE TEMP TABLE emptied AS
SELECT DISTINCT p.cluster_id
FROM old_places AS p
ANTI JOIN cluster_members AS m ON p.cluster_id = m.cluster_id;
DELETE FROM ops_segments WHERE cluster_id IN (SELECT d.cluster_id FROM emptied AS d);
DELETE FROM clusters
WHERE
    cluster_id IN (SELECT d.cluster_id FROM emptied AS d)
    OR merged_into IN (SELECT d.cluster_id FROM emptied AS d)
