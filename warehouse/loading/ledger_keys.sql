-- name: the rows that one ledger should hold of the texts that wait, each with its key
-- grain: one row per row of the ledger
CREATE OR REPLACE TEMP TABLE derived AS
SELECT left(md5(to_json(d)::VARCHAR), 16) AS change_id, d.*, NULL::DATE AS closed_on, NULL::VARCHAR AS closed_by
FROM told_rows AS d
