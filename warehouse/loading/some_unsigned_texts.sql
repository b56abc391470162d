-- name: the texts without a signature among the rows from the first place to one before the last
-- grain: one row per version
-- note: bounds on the row's own place let the scan skip what lies outside, so that reading all texts in parts is one scan
SELECT v.version_id, v.text
FROM versions AS v
INNER JOIN waiting_texts AS w ON v.rowid = w.place AND NOT w.is_signed
WHERE v.rowid >= ? AND v.rowid < ?
ORDER BY v.rowid
