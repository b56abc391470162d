-- name: the life of each sanction, step by step, as known on a night
-- grain: one row per claim, sender and target that tells a step
-- reads: v_sanction_steps, v_last_change, sanction_steps_told_by
-- note: from the night of the last change on it is v_sanction_steps; as known before it is worked out anew
CREATE MACRO sanction_steps(known) AS TABLE -- noqa: CP05
SELECT v.* FROM v_sanction_steps AS v
WHERE known >= (SELECT l.night FROM v_last_change AS l)
UNION ALL
SELECT t.* FROM sanction_steps_told_by(known, (SELECT l.night FROM v_last_change AS l)) AS t
