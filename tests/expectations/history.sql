-- name: nights before the good one: their texts, claims, inputs set aside, runs and checks
-- grain: several statements, each filling one table
-- note: read by tests/expectations/history.py; all numbers follow from the night's and source's place, none is drawn.
--   As much as the report reads of earlier nights, not as much as a truth asks of them
CREATE TEMP TABLE earlier AS
SELECT
    n AS place,
    DATE '2019-01-31' - n::INTEGER AS night
FROM range(1, 29) AS r (n)
-- four days on which no night ran
WHERE n NOT IN (11, 12, 13, 14);

CREATE TEMP TABLE feeds AS
SELECT *
FROM (
    VALUES
    ('wire', 'The Wire', 12),
    ('gazette', 'Gazette of the Capital', 9),
    ('herald', 'Herald of the Coast, the paper with the longest name of all that are read', 6),
    ('bulletin', 'Ministry bulletin', 3)
) AS t (source_id, name, usual);

INSERT INTO sources BY NAME
SELECT source_id, name, 'feed' AS kind, 'https://' || source_id || '.example/feed' AS locator
FROM feeds
WHERE source_id <> 'wire';

CREATE TEMP TABLE told AS
SELECT
    e.night,
    e.place,
    f.source_id,
    n AS number,
    e.night || '-' || f.source_id || '-' || n AS key
FROM earlier AS e
CROSS JOIN feeds AS f
CROSS JOIN range(1, 20) AS r (n)
WHERE n <= f.usual + (e.place * 7 + length(f.source_id) * 3) % 5 - 2;

INSERT INTO versions BY NAME
SELECT
    key AS version_id,
    key AS article_id,
    'An earlier text' AS title,
    'They met.' AS text,
    9 AS n_chars,
    'en' AS language,
    night AS published_date,
    night AS known_on
FROM told;

INSERT INTO appearances BY NAME
SELECT
    key AS article_id,
    key AS version_id,
    source_id,
    key AS locator,
    night AS published_date,
    night AS known_on
FROM told;

INSERT INTO events BY NAME
SELECT
    key || '-' || c AS claim_id,
    key AS version_id,
    ['sanction', 'recognition', 'diplomatic_action', 'diplomatic_action'][1 + (number + place + c) % 4] AS type,
    ['impose', 'recognise', 'condemn', 'meet'][1 + (number + place + c) % 4] AS action,
    ['occurred', 'occurred', 'called_for', 'planned', 'denied'][1 + (number * 3 + c) % 5] AS status,
    'rules-2' AS extractor_version
FROM told
CROSS JOIN range(1, 3) AS r (c)
WHERE (number + c) % 3 > 0;

INSERT INTO set_aside BY NAME
SELECT
    e.night,
    ['wire', 'gazette', 'herald'][1 + n % 3] AS source_id,
    'https://page.example/' || e.night || '/' || n AS locator,
    'ingest' AS stage,
    ['not_english', 'not_english', 'no_date', 'empty'][1 + n % 4] AS reason,
    'what was found' AS detail,
    CASE WHEN n % 4 < 2 THEN ['fr', 'es', 'de'][1 + n % 3] END AS language
FROM (
    SELECT night, place FROM earlier
    UNION ALL
    SELECT DATE '2019-01-31', 0
) AS e
CROSS JOIN range(1, 16) AS r (n)
WHERE n <= CASE e.place WHEN 0 THEN 5 ELSE 4 + (e.place * 5) % 7 END;

INSERT INTO ops_runs BY NAME
SELECT
    'run-' || night AS run_id,
    night,
    night::TIMESTAMPTZ + INTERVAL 25 HOUR AS started_at,
    CASE WHEN place = 6 THEN 'refused' ELSE 'published' END AS status,
    CASE WHEN place > 20 THEN 'rules-1' ELSE 'rules-2' END AS extractor_version,
    1 AS schema_version
FROM earlier;

INSERT INTO ops_checks BY NAME
SELECT
    'run-' || e.night AS run_id,
    'events' AS suite,
    'check_' || n AS expectation,
    'events' AS table_name,
    CASE WHEN n <= 2 THEN 'critical' ELSE 'warning' END AS severity,
    CASE WHEN n <= 2 THEN e.place <> 6 ELSE n > 2 + (e.place * 3) % 4 END AS ok,
    'why' AS why,
    '0' AS observed
FROM earlier AS e
CROSS JOIN range(1, 9) AS r (n);

UPDATE ops_runs SET extractor_version = 'rules-3' WHERE run_id = 'run-1';
