-- name: texts that may be placed anew: those that wait, and those without a signature
-- grain: one row per version
-- note: a load marks what it writes in `ops_pending`; where that is not all (a file that was migrated, signatures of another
--   method), the numbers of rows differ and `unsigned_texts` adds the rest
CREATE OR REPLACE TEMP TABLE waiting_texts AS
SELECT v.version_id, v.rowid AS place, s.version_id IS NOT NULL AS is_signed
FROM versions AS v
SEMI JOIN ops_pending AS o ON v.version_id = o.version_id
LEFT JOIN signatures AS s ON v.version_id = s.version_id
