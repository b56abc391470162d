-- name: what the night set aside, in place of what an earlier run of the night did for the same sources
DELETE FROM set_aside
WHERE
    night = $$night
    AND source_id IN (
        SELECT s.source_id FROM staged_sources AS s
        UNION ALL
        SELECT a.source_id FROM staged_set_aside AS a
        UNION ALL
        SELECT t.source_id FROM staged_articles AS t
    );
