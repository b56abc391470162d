-- name: what may be read two ways: each second reading beside the one that the claim takes
-- grain: one row per claim, field and value that the claim does not take
-- reads: readings, actors, v_events
-- note: where neither of two values is preferred, each has a row of its own and the preferred_ columns are empty
CREATE VIEW v_readings AS
WITH named AS (
    SELECT
        r.claim_id,
        r.ordinal,
        r.field,
        r.value,
        CASE
            WHEN r.field IN ('actor', 'target') THEN coalesce(a.name, r.value)
            WHEN r.field = 'action' THEN replace(split_part(r.value, '/', 2), '_', ' ')
            ELSE r.value
        END AS name,
        r.is_preferred,
        r.rule,
        r.quote
    FROM readings AS r
    LEFT JOIN actors AS a ON r.field IN ('actor', 'target') AND r.value = a.actor_id
)

SELECT
    o.claim_id,
    o.field,
    p.value AS preferred_value,
    p.name AS preferred_name,
    o.value AS other_value,
    o.name AS other_name,
    o.rule,
    o.quote,
    e.type,
    e.action,
    e.status,
    e.sentence,
    e.version_id,
    e.url,
    e.published_date,
    e.known_on
FROM named AS o
INNER JOIN v_events AS e ON o.claim_id = e.claim_id
LEFT JOIN named AS p ON o.claim_id = p.claim_id AND o.field = p.field AND p.is_preferred
WHERE NOT o.is_preferred;

COMMENT ON VIEW v_readings IS 'What may be read two ways: each second reading beside the one that the claim takes; one row per claim, field and value that the claim does not take';
COMMENT ON COLUMN v_readings.claim_id IS 'Claim whose words admit two readings';
COMMENT ON COLUMN v_readings.field IS 'Word of ref_reading_fields: what of the claim is read two ways';
COMMENT ON COLUMN v_readings.preferred_value IS 'What the claim takes: an actor_id, type/action or a day (ISO 8601); NULL where the words stay open';
COMMENT ON COLUMN v_readings.preferred_name IS 'The name of that actor, the action in words, or the day; NULL where the words stay open';
COMMENT ON COLUMN v_readings.other_value IS 'What it may be as well, in the same vocabulary';
COMMENT ON COLUMN v_readings.other_name IS 'The name of that actor, the action in words, or the day';
COMMENT ON COLUMN v_readings.rule IS 'Word of ref_reading_rules: why both are possible and which is preferred';
COMMENT ON COLUMN v_readings.quote IS 'The words that are read two ways';
COMMENT ON COLUMN v_readings.type IS 'Type of the claim, a word of ref_types';
COMMENT ON COLUMN v_readings.action IS 'Action that the claim takes, a word of ref_actions';
COMMENT ON COLUMN v_readings.status IS 'Status of the claim, a word of ref_statuses';
COMMENT ON COLUMN v_readings.sentence IS 'The one sentence that tells the act; NULL where the claim lacks its evidence';
COMMENT ON COLUMN v_readings.version_id IS 'Text that tells it';
COMMENT ON COLUMN v_readings.url IS 'Canonical address of the article; NULL where there is none';
COMMENT ON COLUMN v_readings.published_date IS 'Calendar day on which the world could know the text';
COMMENT ON COLUMN v_readings.known_on IS 'Night under which the raw store first got the text';
