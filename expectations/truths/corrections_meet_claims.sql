-- name: every decision of a person meets a claim
-- grain: one row per decision that meets none
-- reads: corrections
-- table: corrections
-- severity: warning
-- why: what somebody mended would quietly be as the machine read it: decide anew, or undo the row
SELECT
    c.correction_id AS row_key,
    concat(c.decision, ' by ', c.decided_by, ' of ', c.decided_on, ': ', c.reason) AS wrong,
    c.claim_id,
    c.version_id
FROM corrections AS c
WHERE c.state = 'unmatched'
ORDER BY row_key
