-- name: how well the extractor does on annotated documents, beside the state of it that was used before
-- grain: one row per gold set, slice and measure of the state used last
-- reads: ops_eval
-- note: a state is a version of the extractor with all that it knows; states of one gold set follow each other by their
--   last run. The interval is of 95 %; a difference within it may be chance
CREATE VIEW v_accuracy AS
WITH states AS (
    SELECT
        e.gold,
        e.extractor_version,
        e.knowledge,
        row_number() OVER (
            PARTITION BY e.gold ORDER BY max(e.used_at) DESC, e.extractor_version DESC, e.knowledge DESC
        ) AS place
    FROM ops_eval AS e
    GROUP BY e.gold, e.extractor_version, e.knowledge
),

scores AS (
    SELECT
        e.*,
        s.place
    FROM ops_eval AS e
    INNER JOIN states AS s
        ON e.gold = s.gold AND e.extractor_version = s.extractor_version AND e.knowledge = s.knowledge
    WHERE s.place <= 2
)

SELECT
    n.gold,
    n.slice_kind,
    n.slice,
    n.measure,
    n.value,
    n.low,
    n.high,
    n.right_count,
    n.found_count,
    n.expected_count,
    n.documents,
    n.extractor_version,
    n.knowledge,
    n.used_at,
    b.value AS previous_value,
    n.value - b.value AS difference,
    b.extractor_version AS previous_version,
    b.knowledge AS previous_knowledge
FROM scores AS n
LEFT JOIN scores AS b
    ON
        n.gold = b.gold
        AND n.slice_kind = b.slice_kind
        AND n.slice = b.slice
        AND n.measure = b.measure
        AND b.place = 2
WHERE n.place = 1
ORDER BY n.gold, n.slice_kind, n.slice, n.measure;

COMMENT ON VIEW v_accuracy IS 'How well the extractor does on annotated documents, beside the state of it that was used before; one row per gold set, slice and measure of the state used last';
COMMENT ON COLUMN v_accuracy.gold IS 'Annotated documents: name of the set, and eight digits of the hash of its files';
COMMENT ON COLUMN v_accuracy.slice_kind IS 'all, type, action or status';
COMMENT ON COLUMN v_accuracy.slice IS 'all, or the type, action or status that claim and gold event must both have';
COMMENT ON COLUMN v_accuracy.measure IS 'As `demarche evaluate` names it; of false_actual less is better';
COMMENT ON COLUMN v_accuracy.value IS 'F1 or share, 0 to 1';
COMMENT ON COLUMN v_accuracy.low IS 'Lower end of the 95 % interval';
COMMENT ON COLUMN v_accuracy.high IS 'Upper end of the 95 % interval';
COMMENT ON COLUMN v_accuracy.right_count IS 'Gold events, parties or documents that are right; of false_actual those that are wrong';
COMMENT ON COLUMN v_accuracy.found_count IS 'Claims, parties or documents looked at';
COMMENT ON COLUMN v_accuracy.expected_count IS 'Gold events, parties or documents there are';
COMMENT ON COLUMN v_accuracy.documents IS 'Documents in which there is anything to count';
COMMENT ON COLUMN v_accuracy.extractor_version IS 'Version of the extractor';
COMMENT ON COLUMN v_accuracy.knowledge IS 'SHA-256 over all that decides the score';
COMMENT ON COLUMN v_accuracy.used_at IS 'Wall clock at the start of the last run whose claims this state made';
COMMENT ON COLUMN v_accuracy.previous_value IS 'The same of the state used before; NULL where there is none';
COMMENT ON COLUMN v_accuracy.difference IS 'Value less the previous one; NULL where there is none';
COMMENT ON COLUMN v_accuracy.previous_version IS 'Version of the extractor used before; NULL where there is none';
COMMENT ON COLUMN v_accuracy.previous_knowledge IS 'Knowledge of the state used before; NULL where there is none';
