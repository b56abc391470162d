-- 0003: how exactly the day of publication is known, and the time zone it was counted in
-- note: until now only days were taken, so every earlier text has the precision day; its zone was not recorded
ALTER TABLE versions ADD COLUMN published_precision VARCHAR DEFAULT 'day';
ALTER TABLE versions ALTER COLUMN published_precision DROP DEFAULT;
ALTER TABLE versions ALTER COLUMN published_precision SET NOT NULL;
ALTER TABLE versions ADD COLUMN published_time_zone VARCHAR;
COMMENT ON COLUMN versions.published_precision IS 'How exactly that day is known; word of ref_precisions';
COMMENT ON COLUMN versions.published_time_zone IS 'IANA time zone of the source in which a written moment became that day; NULL where the day stands as written';
