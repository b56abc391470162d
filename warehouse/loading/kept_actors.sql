-- name: staged actors that accepted texts name
-- grain: one row per staged row
CREATE OR REPLACE TEMP TABLE kept_actors AS
SELECT s.*
FROM staged_actors AS s
WHERE s.actor_id IN (
    SELECT m.actor_id
    FROM staged_mentions AS m
    INNER JOIN replaced AS r ON m.version_id = r.version_id
    UNION ALL
    SELECT p.actor_id
    FROM staged_participants AS p
    INNER JOIN staged_events AS e ON p.claim_id = e.claim_id
    INNER JOIN replaced AS r ON e.version_id = r.version_id
    UNION ALL
    SELECT c.actor_id
    FROM staged_clock_notice_actors AS c
    INNER JOIN replaced AS r ON c.version_id = r.version_id
    UNION ALL
    SELECT d.value
    FROM staged_readings AS d
    INNER JOIN staged_events AS e ON d.claim_id = e.claim_id
    INNER JOIN replaced AS r ON e.version_id = r.version_id
    WHERE d.field IN ('actor', 'target')
)
