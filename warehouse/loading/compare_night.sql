-- name: what a staged night, parsed again, says beside what the warehouse holds of it
-- grain: one row
-- note: an article is a place: a source and the address, file or line that it was read at. `changed` articles have a
--   text that the warehouse does not hold of that place, `gone` ones are held as known under the night and staged no
--   more; neither takes anything away from what is held
WITH staged AS (
    SELECT DISTINCT p.source_id, p.locator, p.version_id
    FROM read_parquet($$appearances) AS p
),

held AS (
    SELECT DISTINCT a.source_id, a.locator, a.version_id, a.known_on
    FROM appearances AS a
    WHERE a.source_id IN (SELECT s.source_id FROM read_parquet($$sources) AS s)
),

places AS (
    SELECT
        s.source_id,
        s.locator,
        bool_and(EXISTS (
            SELECT 1 FROM held AS h
            WHERE h.source_id = s.source_id AND h.locator = s.locator AND h.version_id = s.version_id
        )) AS is_unchanged,
        EXISTS (SELECT 1 FROM held AS h WHERE h.source_id = s.source_id AND h.locator = s.locator) AS is_known
    FROM staged AS s
    GROUP BY s.source_id, s.locator
)

SELECT
    count(*) AS articles,
    count(*) FILTER (WHERE p.is_unchanged) AS unchanged,
    count(*) FILTER (WHERE p.is_known AND NOT p.is_unchanged) AS changed,
    count(*) FILTER (WHERE NOT p.is_known) AS added,
    (
        SELECT count(DISTINCT (h.source_id, h.locator))
        FROM held AS h
        WHERE
            h.known_on = $$night
            AND (h.source_id, h.locator) NOT IN (SELECT (s.source_id, s.locator) FROM staged AS s)
    ) AS gone
FROM places AS p
