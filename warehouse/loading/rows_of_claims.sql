-- name: the rows of some claims: of the temporary table `$claims`, by their ids
-- grain: one row per claim; per claim, role and place; per piece of evidence
-- note: of a large table only the column of ids is read whole; the rows are then taken by their place, which lets the scan
--   skip all years but those of the claims
CREATE OR REPLACE TEMP TABLE told_events AS
SELECT e.*
FROM events AS e
WHERE e.rowid IN (SELECT k.rowid FROM events AS k SEMI JOIN $claims AS c ON k.claim_id = c.claim_id);
CREATE OR REPLACE TEMP TABLE told_participants AS
SELECT p.*
FROM participants AS p
WHERE p.rowid IN (SELECT k.rowid FROM participants AS k SEMI JOIN $claims AS c ON k.claim_id = c.claim_id);
CREATE OR REPLACE TEMP TABLE told_evidence AS
SELECT q.*
FROM evidence AS q
WHERE q.rowid IN (SELECT k.rowid FROM evidence AS k SEMI JOIN $claims AS c ON k.claim_id = c.claim_id)
