-- name: the texts that are judged: all of them, or those of the night
-- grain: one row per version
-- reads: versions, appearances
-- note: $whole says whether all are (`expectations/run.py` decides by the size of the warehouse and the day of the week)
SELECT v.version_id FROM versions AS v WHERE $whole OR v.known_on = $night
UNION
SELECT a.version_id FROM appearances AS a WHERE a.known_on = $night
