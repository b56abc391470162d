-- name: members of clusters whose claim is gone
DELETE FROM cluster_members WHERE claim_id NOT IN (SELECT e.claim_id FROM events AS e)
