-- name: staged sources in place of those there: a corrected name or licence takes effect
DELETE FROM sources WHERE source_id IN (SELECT s.source_id FROM staged_sources AS s);
INSERT INTO sources SELECT DISTINCT s.* FROM staged_sources AS s ORDER BY ALL
