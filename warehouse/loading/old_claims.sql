-- name: what the warehouse holds of the texts being replaced: their claims, and whom they name
-- grain: one row per claim, and one per actor
-- note: a claim that goes may change the clusters of all claims that were weighed with it, so their texts wait too
CREATE OR REPLACE TEMP TABLE old_claims AS
SELECT e.claim_id FROM events AS e SEMI JOIN held AS r ON e.version_id = r.version_id;
CREATE OR REPLACE TEMP TABLE old_actors AS
SELECT m.actor_id FROM mentions AS m SEMI JOIN held AS r ON m.version_id = r.version_id
UNION
SELECT p.actor_id FROM participants AS p SEMI JOIN old_claims AS o ON p.claim_id = o.claim_id
UNION
SELECT d.value FROM readings AS d SEMI JOIN old_claims AS o ON d.claim_id = o.claim_id
UNION
SELECT c.actor_id FROM clock_notice_actors AS c SEMI JOIN held AS r ON c.version_id = r.version_id;
CREATE OR REPLACE TEMP TABLE old_places AS
SELECT m.* FROM cluster_members AS m SEMI JOIN old_claims AS o ON m.claim_id = o.claim_id;
CREATE OR REPLACE TEMP TABLE reached AS
SELECT DISTINCT coalesce(s.segment, p.cluster_id) AS segment
FROM old_places AS p
LEFT JOIN ops_segments AS s ON p.cluster_id = s.cluster_id;
CREATE OR REPLACE TEMP TABLE weighed_with AS
SELECT m.claim_id
FROM cluster_members AS m
WHERE
    m.cluster_id IN (SELECT r.segment FROM reached AS r)
    OR m.cluster_id IN (SELECT s.cluster_id FROM ops_segments AS s SEMI JOIN reached AS r ON s.segment = r.segment);
INSERT INTO ops_pending
SELECT DISTINCT e.version_id
FROM events AS e
SEMI JOIN weighed_with AS w ON e.claim_id = w.claim_id
ON CONFLICT DO NOTHING
