-- name: how the latest run ended, and the checks that failed in it
-- grain: one row per failed check of the latest run, or one row without a check where none failed
-- reads: ops_runs, ops_checks
-- note: in a publication the latest run is the one that made it; a later run that was refused is on record in the
--   writer's file and in its own report
CREATE VIEW v_last_night AS
SELECT
    r.run_id,
    r.night,
    r.status,
    r.started_at,
    r.ended_at,
    r.extractor_version,
    r.schema_version,
    r.published_id,
    c.severity,
    c.suite,
    c.expectation,
    c.table_name,
    c.column_name,
    c.why,
    c.observed,
    c.unexpected_count,
    c.element_count
FROM ops_runs AS r
LEFT JOIN ops_checks AS c ON r.run_id = c.run_id AND NOT c.ok
WHERE r.run_id = (SELECT l.run_id FROM ops_runs AS l ORDER BY l.started_at DESC, l.run_id DESC LIMIT 1)
ORDER BY c.severity, c.suite, c.expectation;

COMMENT ON VIEW v_last_night IS 'How the latest run ended, and the checks that failed in it; one row per failed check of the latest run, or one row without a check where none failed';
COMMENT ON COLUMN v_last_night.run_id IS 'Run';
COMMENT ON COLUMN v_last_night.night IS 'Label of the night';
COMMENT ON COLUMN v_last_night.status IS 'running, published, refused or failed';
COMMENT ON COLUMN v_last_night.started_at IS 'Wall clock at the start';
COMMENT ON COLUMN v_last_night.ended_at IS 'Wall clock at the end; NULL while it runs';
COMMENT ON COLUMN v_last_night.extractor_version IS 'Version of the extractor';
COMMENT ON COLUMN v_last_night.schema_version IS 'Last migration of the file';
COMMENT ON COLUMN v_last_night.published_id IS 'Publication that it made; NULL where it made none';
COMMENT ON COLUMN v_last_night.severity IS 'critical or warning; NULL where no check failed';
COMMENT ON COLUMN v_last_night.suite IS 'Suite of the failed check';
COMMENT ON COLUMN v_last_night.expectation IS 'What was expected';
COMMENT ON COLUMN v_last_night.table_name IS 'Table it looked at';
COMMENT ON COLUMN v_last_night.column_name IS 'Column it looked at; NULL for the whole table';
COMMENT ON COLUMN v_last_night.why IS 'Why it is expected';
COMMENT ON COLUMN v_last_night.observed IS 'Value found';
COMMENT ON COLUMN v_last_night.unexpected_count IS 'Rows that broke it; NULL where not counted';
COMMENT ON COLUMN v_last_night.element_count IS 'Rows looked at; NULL where not counted';
