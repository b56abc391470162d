-- name: inputs that nights could not use, counted by source, reason and language
-- grain: one row per night, source, stage, reason and language
-- reads: set_aside, sources, ref_set_aside_reasons
-- note: single inputs with their details are in set_aside
CREATE VIEW v_set_aside AS
SELECT
    x.night,
    x.source_id,
    min(s.name) AS source_name,
    x.stage,
    x.reason,
    x.language,
    count(*) AS n_inputs,
    min(x.locator) AS example,
    min(r.definition) AS meaning,
    min(r.remedy) AS remedy
FROM set_aside AS x
LEFT JOIN sources AS s ON x.source_id = s.source_id
LEFT JOIN ref_set_aside_reasons AS r ON x.reason = r.reason
GROUP BY x.night, x.source_id, x.stage, x.reason, x.language;

COMMENT ON VIEW v_set_aside IS 'Inputs that nights could not use, counted by source, reason and language; one row per night, source, stage, reason and language';
COMMENT ON COLUMN v_set_aside.night IS 'Night of the run';
COMMENT ON COLUMN v_set_aside.source_id IS 'Source of the inputs';
COMMENT ON COLUMN v_set_aside.source_name IS 'Its name; NULL where the source is not known';
COMMENT ON COLUMN v_set_aside.stage IS 'Step that set them aside';
COMMENT ON COLUMN v_set_aside.reason IS 'Word of ref_set_aside_reasons';
COMMENT ON COLUMN v_set_aside.language IS 'ISO 639-1 code of the texts; NULL where unknown';
COMMENT ON COLUMN v_set_aside.n_inputs IS 'How many';
COMMENT ON COLUMN v_set_aside.example IS 'Address or path of one of them';
COMMENT ON COLUMN v_set_aside.meaning IS 'What the reason means';
COMMENT ON COLUMN v_set_aside.remedy IS 'What to do about it';
