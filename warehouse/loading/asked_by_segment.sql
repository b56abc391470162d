-- name: all claims of the segments in which claims of the temporary table `touched` stand
-- grain: one row per claim
CREATE OR REPLACE TEMP TABLE old_clusters AS
WITH reached AS (
    SELECT DISTINCT coalesce(s.segment, m.cluster_id) AS segment
    FROM cluster_members AS m
    SEMI JOIN touched AS t ON m.claim_id = t.claim_id
    LEFT JOIN ops_segments AS s ON m.cluster_id = s.cluster_id
)

SELECT s.cluster_id FROM ops_segments AS s SEMI JOIN reached AS r ON s.segment = r.segment
UNION
SELECT r.segment FROM reached AS r ANTI JOIN ops_segments AS s ON r.segment = s.cluster_id;
CREATE OR REPLACE TEMP TABLE asked AS
SELECT m.claim_id
FROM cluster_members AS m
SEMI JOIN old_clusters AS o ON m.cluster_id = o.cluster_id
UNION
SELECT t.claim_id FROM touched AS t
