-- name: the up to 28 nights before this one that read anything
-- grain: one row per night
-- reads: appearances
-- note: what is usual is reckoned over them
SELECT DISTINCT a.known_on AS night
FROM appearances AS a
WHERE a.known_on < $night
ORDER BY a.known_on DESC
LIMIT 28
