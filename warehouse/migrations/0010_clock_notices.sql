-- 0010: what texts say became of deadlines and ultimatums, and whom they name
-- note: texts that were loaded before have none until they are extracted again
CREATE TABLE clock_notices (
    version_id VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    outcome VARCHAR NOT NULL,
    new_deadline DATE,
    day_start DATE,
    day_end DATE,
    day_precision VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL,
    quote VARCHAR NOT NULL,
    PRIMARY KEY (version_id, ordinal),
    CHECK (ordinal >= 1),
    CHECK (outcome IN ('lapsed', 'met', 'extended')),
    CHECK (start_char >= 0),
    CHECK (end_char > start_char)
);

COMMENT ON TABLE clock_notices IS 'What a text says became of a deadline or an ultimatum; one row per text and place among its notices';
COMMENT ON COLUMN clock_notices.version_id IS 'Text that says so';
COMMENT ON COLUMN clock_notices.ordinal IS 'Place among the notices of the text, from 1';
COMMENT ON COLUMN clock_notices.outcome IS 'lapsed (the time ran out), met (the demand was met in time) or extended';
COMMENT ON COLUMN clock_notices.new_deadline IS 'Day to which it was extended; NULL where the text names none';
COMMENT ON COLUMN clock_notices.day_start IS 'First day on which it may have happened; NULL where open';
COMMENT ON COLUMN clock_notices.day_end IS 'Last day on which it may have happened; NULL where open';
COMMENT ON COLUMN clock_notices.day_precision IS 'Word of ref_precisions: how exactly the day is told';
COMMENT ON COLUMN clock_notices.field IS 'Part of the text: text or title';
COMMENT ON COLUMN clock_notices.start_char IS 'First character of the sentence, 0-based Unicode code point into the field';
COMMENT ON COLUMN clock_notices.end_char IS 'One past the last character';
COMMENT ON COLUMN clock_notices.quote IS 'The sentence';

CREATE TABLE clock_notice_actors (
    version_id VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    role VARCHAR NOT NULL,
    actor_id VARCHAR NOT NULL,
    PRIMARY KEY (version_id, ordinal, actor_id),
    CHECK (role IN ('setter', 'addressee', 'named'))
);

COMMENT ON TABLE clock_notice_actors IS 'Who a notice names; one row per notice and actor, in the first of its roles';
COMMENT ON COLUMN clock_notice_actors.version_id IS 'Text of the notice';
COMMENT ON COLUMN clock_notice_actors.ordinal IS 'Notice of that text';
COMMENT ON COLUMN clock_notice_actors.role IS 'setter (whose clock it is), addressee (who has to act by then) or named (the clause names it, no more)';
COMMENT ON COLUMN clock_notice_actors.actor_id IS 'Actor as the text names it';
