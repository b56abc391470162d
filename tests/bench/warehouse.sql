-- name: a warehouse of generated events: texts, participants, evidence, measures, clusters, over twenty years
-- note: `$events` events, two a text, 1.6 claims an act, sides of acts by a long-tailed draw over 200 states, and the draws
--   are hashes of row numbers and a seed, so the same size and seed give the same rows
CREATE OR REPLACE TEMP TABLE gen_sides AS
SELECT i AS number, concat('S', lpad(i::VARCHAR, 3, '0')) AS actor_id FROM range(200) AS t(i);
CREATE OR REPLACE TEMP TABLE gen_acts AS
SELECT row_number() OVER (ORDER BY r.type, r.action) - 1 AS number, r.type, r.action FROM ref_actions AS r;
CREATE OR REPLACE TEMP MACRO draw(row_no, nth) AS ((hash(row_no, nth, $seed) % 1000000)::DOUBLE / 1000000);  -- noqa: CP05
CREATE OR REPLACE TEMP MACRO side(row_no, nth) AS (concat('S', lpad(floor(200 * pow(draw(row_no, nth), 2))::INTEGER::VARCHAR, 3, '0')));  -- noqa: CP05
INSERT INTO actors SELECT s.actor_id, 'state', s.actor_id FROM gen_sides AS s ON CONFLICT DO NOTHING;
INSERT INTO sources
SELECT concat('gen', i), concat('Generated ', i), 'folder', 'generated', NULL, NULL, 'en', 'CC0-1.0' FROM range(50) AS t(i);
CREATE OR REPLACE TEMP TABLE gen_texts AS
SELECT
    i AS number,
    left(md5(concat('v', i, ' ', $seed)), 16) AS version_id,
    left(md5(concat('a', i, ' ', $seed)), 16) AS article_id,
    concat('gen', hash(i) % 50) AS source_id,
    DATE '2006-01-01' + floor(i * 7300 / $texts)::INTEGER AS day
FROM range($texts) AS t(i);
INSERT INTO articles SELECT g.article_id, g.source_id, concat('https://example.org/', g.number) FROM gen_texts AS g;
INSERT INTO appearances
SELECT g.article_id, g.version_id, g.source_id, concat('articles/', g.number, '.txt'), g.day, g.day FROM gen_texts AS g;
INSERT INTO versions
SELECT
    g.version_id, g.article_id, NULL, concat('Generated text ', g.number, ' of a country that acts.'),
    length(concat('Generated text ', g.number, ' of a country that acts.')), 'en', NULL, g.day, 'given', NULL, g.day, 'ff',
    'day', NULL
FROM gen_texts AS g
ORDER BY g.number;
CREATE OR REPLACE TEMP TABLE gen_events AS
SELECT
    i AS number,
    left(md5(concat('c', i, ' ', $seed)), 16) AS claim_id,
    g.version_id,
    (i % 2)::INTEGER AS ordinal,
    floor(g.number * 7300 / $texts)::BIGINT * 1000000 + floor(i * 0.6)::BIGINT % greatest(1, floor(0.6 * $events / 7300)::BIGINT) AS act,
    g.day
FROM range($events) AS t(i)
INNER JOIN gen_texts AS g ON i // 2 = g.number;
INSERT INTO events
SELECT
    e.claim_id, e.version_id, e.ordinal, a.type, a.action, 'occurred', 'r', NULL, NULL, NULL,
    CASE WHEN draw(e.number, 7) < 0.3 THEN e.day END, e.day, CASE WHEN draw(e.number, 7) < 0.3 THEN 'day' ELSE 'before' END,
    NULL, 'r', NULL, NULL, NULL, 'narrator', 0.5, '1'
FROM gen_events AS e
INNER JOIN gen_acts AS a ON floor(pow(draw(e.act, 1), 1.5) * (SELECT count(*) FROM gen_acts))::BIGINT = a.number
ORDER BY e.number;
INSERT INTO participants
SELECT e.claim_id, 'actor', 0, side(e.act, 2), 'a country' FROM gen_events AS e
UNION ALL
SELECT e.claim_id, 'target', 0, side(e.act, 3), 'another' FROM gen_events AS e;
INSERT INTO mentions
SELECT g.version_id, 'text', 0, 9, 'Generated', side(g.number, 4), 'alias' FROM gen_texts AS g;
INSERT INTO evidence
SELECT e.claim_id, e.version_id, 'text', 'sentence', 0, 40, concat('Generated sentence of event ', e.number) FROM gen_events AS e;
INSERT INTO sentences
SELECT g.version_id, 'text', 0, 0, 40 FROM gen_texts AS g;
INSERT INTO measures
SELECT e.claim_id, 'unspecified' FROM gen_events AS e INNER JOIN events AS k ON e.claim_id = k.claim_id AND k.type = 'sanction';
INSERT INTO signatures
SELECT
    g.version_id, '$method', list_transform(range($bands), LAMBDA b: (hash(g.number, b, $seed) % 4294967296)::UINTEGER),
    concat_ws(' ', g.day, g.day, g.source_id, g.article_id)
FROM gen_texts AS g;
CREATE OR REPLACE TEMP TABLE gen_members AS
SELECT
    e.claim_id,
    first_value(e.claim_id) OVER (PARTITION BY e.act ORDER BY e.day, e.claim_id) AS cluster_id,
    min(e.claim_id) OVER (PARTITION BY e.act) AS segment
FROM gen_events AS e;
INSERT INTO cluster_members
SELECT
    m.cluster_id, m.claim_id, CASE WHEN m.cluster_id = m.claim_id THEN 'core' ELSE 'same act, told within days' END,
    1.0, '{}', m.cluster_id = m.claim_id
FROM gen_members AS m;
INSERT INTO clusters
SELECT e.claim_id, e.type, e.action, NULL FROM events AS e SEMI JOIN gen_members AS m ON e.claim_id = m.cluster_id;
INSERT INTO ops_segments
SELECT DISTINCT m.cluster_id, m.segment FROM gen_members AS m WHERE m.cluster_id <> m.segment
