-- name: one ledger brought up to what the texts that wait tell now
-- note: a row that a correction takes the place of is closed as of the decision, and stands again once the correction is
--   withdrawn. A row that a later version of the extractor tells no more is closed and stays; one that the same version of the
--   extractor tells no more (the text came in an earlier night, or the seeds changed) was never a state of ours
UPDATE $table
SET closed_on = NULL, closed_by = NULL
WHERE
    version_id IN (SELECT o.version_id FROM opened AS o)
    AND starts_with(closed_by, 'correction ')
    AND change_id IN (SELECT d.change_id FROM derived AS d);

UPDATE $table
SET closed_on = greatest(r.decided_on, known_on), closed_by = concat('correction ', r.correction_id)
FROM reviews AS r
WHERE
    $table.claim_id = r.claim_id
    AND r.claim_id IN (SELECT c.claim_id FROM corrected_values AS c)
    AND closed_on IS NULL
    AND version_id IN (SELECT o.version_id FROM opened AS o)
    AND extractor_version = $$extractor_version
    AND change_id NOT IN (SELECT d.change_id FROM derived AS d);

DELETE FROM $table
WHERE
    version_id IN (SELECT o.version_id FROM opened AS o)
    AND closed_on IS NULL
    AND extractor_version = $$extractor_version
    AND change_id NOT IN (SELECT d.change_id FROM derived AS d);

UPDATE $table
SET closed_on = greatest($$night, known_on), closed_by = concat('extractor ', $$extractor_version)
WHERE
    version_id IN (SELECT o.version_id FROM opened AS o)
    AND closed_on IS NULL
    AND change_id NOT IN (SELECT d.change_id FROM derived AS d);

INSERT INTO $table BY NAME
SELECT d.* FROM derived AS d
WHERE d.change_id NOT IN (SELECT k.change_id FROM $table AS k)
ORDER BY ALL
