-- name: where each recogniser stood on each claimant on a day, as known on a night
-- grain: one row per recogniser, claimant and matter
-- reads: recognition_history
-- note: a stance counts from the day by which it had begun; whether it stood earlier no text says
CREATE MACRO recognition_as_of(day, known) AS TABLE -- noqa: CP05
SELECT h.*
FROM recognition_history(known) AS h
WHERE h.begun_on <= day AND (h.until_on IS NULL OR h.until_on > day)
