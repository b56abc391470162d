-- name: the report that each text is part of
-- grain: one row per version
-- reads: versions, copies
-- note: a copy is no report of its own, nor is a new version of an article: both belong to the article of the text
--   that was known first. The only definition of what counts as one report
CREATE VIEW v_version_reports AS
SELECT
    v.version_id,
    coalesce(c.copy_of, v.version_id) AS first_version_id,
    coalesce(f.article_id, v.article_id) AS report_id,
    c.copy_of IS NOT NULL AS is_copy
FROM versions AS v
LEFT JOIN copies AS c ON v.version_id = c.version_id
LEFT JOIN versions AS f ON c.copy_of = f.version_id;

COMMENT ON VIEW v_version_reports IS 'The report that each text is part of; one row per version';
COMMENT ON COLUMN v_version_reports.version_id IS 'Text';
COMMENT ON COLUMN v_version_reports.first_version_id IS 'The text that it is a copy of; itself where it is no copy';
COMMENT ON COLUMN v_version_reports.report_id IS 'Article of that text: copies and versions of one article have the same';
COMMENT ON COLUMN v_version_reports.is_copy IS 'Whether it is a copy';
