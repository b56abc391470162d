-- name: texts without a signature that do not wait
INSERT INTO waiting_texts
SELECT v.version_id, v.rowid, false
FROM versions AS v
WHERE
    v.version_id NOT IN (SELECT s.version_id FROM signatures AS s)
    AND v.version_id NOT IN (SELECT w.version_id FROM waiting_texts AS w)
