-- name: one ledger brought up to what the texts that wait tell now
-- note: a row that a later version of the extractor tells no more is closed and stays; one that the same version of the
--   extractor tells no more (the text came in an earlier night, or the seeds changed) was never a state of ours
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
