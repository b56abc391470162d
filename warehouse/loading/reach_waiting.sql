-- name: the nights of the texts that may be placed anew
-- grain: one row per night
CREATE OR REPLACE TEMP TABLE reached AS
SELECT DISTINCT v.known_on AS night
FROM versions AS v
INNER JOIN waiting_texts AS w ON v.rowid = w.place
