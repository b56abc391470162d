-- name: where each recogniser stood on each claimant, from when until when, as known on a night
-- grain: one row per recogniser, claimant, matter and unbroken run of one stance
-- reads: v_recognition_history, v_last_change, recognition_history_told_by
-- note: from the night of the last change on it is v_recognition_history; as known before it is worked out anew
CREATE MACRO recognition_history(known) AS TABLE -- noqa: CP05
SELECT v.* FROM v_recognition_history AS v
WHERE known >= (SELECT l.night FROM v_last_change AS l)
UNION ALL
SELECT t.* FROM recognition_history_told_by(known, (SELECT l.night FROM v_last_change AS l)) AS t
