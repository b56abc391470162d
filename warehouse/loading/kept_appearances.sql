-- name: staged appearances but those of texts that were set aside
-- grain: one row per article, version and place
CREATE OR REPLACE TEMP TABLE kept_appearances AS
SELECT s.*
FROM staged_appearances AS s
WHERE
    s.version_id IN (SELECT a.version_id FROM accepted AS a)
    OR s.version_id NOT IN (SELECT v.version_id FROM staged_versions AS v)
