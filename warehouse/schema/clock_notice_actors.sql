-- clock_notice_actors: Who the notices of deadlines name
-- grain: one row per notice and actor
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
