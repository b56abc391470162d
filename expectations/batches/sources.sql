-- name: the sources in which a text of the night was seen under that night
-- grain: one row per source
-- reads: sources, appearances
-- note: a source that is switched on but gave nothing is not here; the suite `volume` sees it fall silent
SELECT s.source_id, s.name, s.language
FROM sources AS s
WHERE s.source_id IN (SELECT a.source_id FROM appearances AS a WHERE a.known_on = $night)
ORDER BY s.source_id
