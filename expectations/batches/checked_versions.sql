-- name: the texts that are judged: all of them, or those of the night
-- grain: one row per version
-- reads: versions, night_versions
-- note: $whole says whether all are (`expectations/run.py` decides by the size of the warehouse and the day of the week)
SELECT v.version_id
FROM versions AS v
WHERE $whole OR v.version_id IN (SELECT n.version_id FROM night_versions AS n)
