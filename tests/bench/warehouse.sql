-- name: a warehouse of generated events over twenty years: what texts, claims, copies and clusters hold of them
-- note: `$events` events, ten in three texts. An act is told by 1.67 claims, by some of them a day late; sides are drawn
--   with a long tail over 190 states and, for one in twelve, over 20,000 persons or an unnamed group; every twelfth text is a
--   near copy of the one before it. Texts are made of the sentences that the claims stand on, so offsets give quotes back.
--   `$night_texts` texts fall on one day late in the series, the night that is validated. Draws are hashes of row
--   numbers and a seed: the same size and seed give the same rows. Tables are filled in the order of time, as nights do
CREATE OR REPLACE TEMP MACRO draw(row_no, nth) AS ((hash(row_no, nth, $seed) % 1000000)::DOUBLE / 1000000);  -- noqa: CP05
CREATE OR REPLACE TEMP MACRO tail(row_no, nth, size) AS (floor(size * pow(draw(row_no, nth), 2))::INTEGER);  -- noqa: CP05
CREATE OR REPLACE TEMP MACRO key_of(prefix, number) AS (left(md5(concat(prefix, number, ' ', $seed)), 16));  -- noqa: CP05
CREATE OR REPLACE TEMP TABLE gen_sides AS
SELECT row_number() OVER (ORDER BY hash(c.id, $seed)) - 1 AS number, c.id AS actor_id, c.name
FROM ref_countries AS c
WHERE c.kind = 'state'
QUALIFY number < 190;
CREATE OR REPLACE TEMP TABLE gen_people AS
WITH parts AS (
    SELECT ['ba', 'de', 'ki', 'lo', 'mu', 'ra', 'ne', 'so', 'tu', 'va'] AS syllables, ['n', 'm', 'r', 'sk', 'v'] AS ends
)

SELECT
    i AS number,
    concat(
        upper(left(p.syllables[1 + i % 10], 1)), substr(p.syllables[1 + i % 10], 2), p.syllables[1 + i // 10 % 10],
        p.syllables[1 + i // 100 % 10], p.ends[1 + i // 1000 % 5], CASE WHEN i >= 5000 THEN p.syllables[1 + i // 5000] ELSE '' END
    ) AS surname,
    concat(['Anna', 'Boris', 'Clara', 'David', 'Elena'][1 + (hash(i, $seed) % 5)::INTEGER], ' ') AS first_name
FROM range(20000) AS t(i), parts AS p;
CREATE OR REPLACE TEMP TABLE gen_acts AS
SELECT
    row_number() OVER (PARTITION BY r.type ORDER BY r.action <> 'impose', hash(r.action, $seed)) - 1 AS number,
    count(*) OVER (PARTITION BY r.type) AS actions,
    r.type,
    r.action
FROM ref_actions AS r;
CREATE OR REPLACE TEMP TABLE gen_statuses AS
SELECT unnest(['occurred', 'announced', 'planned', 'threatened', 'in_force', 'called_for', 'ongoing', 'denied', 'proposed', 'offered'])
    AS status,
    unnest([0.0, 0.60, 0.70, 0.77, 0.82, 0.87, 0.91, 0.94, 0.96, 0.98]) AS from_share,
    unnest([0.60, 0.70, 0.77, 0.82, 0.87, 0.91, 0.94, 0.96, 0.98, 1.0]) AS to_share;
CREATE OR REPLACE TEMP TABLE gen_texts AS
SELECT
    i AS number,
    key_of('v', i) AS version_id,
    key_of('a', i) AS article_id,
    concat('gen', hash(i, $seed) % 50) AS source_id,
    i % 12 = 2 AS is_copy,
    CASE WHEN i >= $night_from AND i < $night_from + $night_texts THEN $night_from ELSE i END * 7300 // $texts AS day_no,
    DATE '2006-01-01' + day_no::INTEGER AS day,
    CASE WHEN is_copy THEN lag(day_no) OVER (ORDER BY i) ELSE day_no END AS told_day
FROM range($texts) AS t(i);
-- A copy tells what the text before it does: its claims are drawn by the numbers of that text's.
CREATE OR REPLACE TEMP TABLE gen_claims AS
WITH numbered AS (
    SELECT
        i AS number,
        i * 3 // 10 AS text_no,
        CASE WHEN (i * 3 // 10) % 12 = 2 THEN i - 3 ELSE i END AS source_no,
        (i - (i * 3 // 10 * 10 + 2) // 3)::INTEGER AS ordinal
    FROM range($events) AS t(i)
),

acted AS (
    SELECT
        n.*,
        g.version_id, g.day, g.is_copy,
        g.told_day - (draw(n.source_no, 1) < 0.3)::INTEGER AS act_day,
        act_day * 1000000 + floor(draw(n.source_no, 2) * greatest(1, 0.6 * $events / 7300))::BIGINT AS act
    FROM numbered AS n
    INNER JOIN gen_texts AS g ON n.text_no = g.number
),

drawn AS (
    SELECT
        a.*,
        CASE WHEN draw(a.act, 3) < 0.25 THEN 'sanction' WHEN draw(a.act, 3) < 0.33 THEN 'recognition' ELSE 'diplomatic_action' END AS type,
        tail(a.act, 5, 190) AS actor_no,
        (tail(a.act, 5, 190) + 1 + tail(a.act, 6, 189)) % 190 AS target_no,
        CASE WHEN draw(a.act, 7) < 0.03 THEN tail(a.act, 8, 20000) END AS actor_person,
        CASE
            WHEN draw(a.act, 9) < 0.05 THEN tail(a.act, 10, 20000)
            WHEN draw(a.act, 9) < 0.08 THEN -1
        END AS target_person
    FROM acted AS a
)

SELECT
    d.number, d.text_no, d.source_no, d.ordinal, d.version_id, d.day, d.is_copy, d.act, d.act_day,
    key_of('c', d.number) AS claim_id,
    d.type, k.action, s.status,
    CASE WHEN d.actor_person IS NULL THEN a.actor_id ELSE concat('NAME:', p.surname) END AS actor_id,
    CASE WHEN d.actor_person IS NULL THEN a.name ELSE concat(p.first_name, p.surname) END AS actor_name,
    a.actor_id AS state_id, a.name AS state_name,
    CASE WHEN d.target_person IS NULL THEN t.actor_id WHEN d.target_person < 0 THEN 'OPEN:several officials' ELSE concat('NAME:', q.surname) END
        AS target_id,
    CASE WHEN d.target_person IS NULL THEN t.name WHEN d.target_person < 0 THEN 'several officials' ELSE concat(q.first_name, q.surname) END
        AS target_name,
    CASE WHEN d.type <> 'diplomatic_action' OR d.target_person IS NOT NULL THEN t.actor_id END AS about_id,
    t.name AS about_name,
    CASE WHEN k.action = 'ultimatum' THEN 'unless it withdraws within days' END AS condition,
    CASE WHEN draw(d.act, 11) < 0.06 THEN 1 + tail(d.source_no, 12, 900) END AS quantity,
    draw(d.act, 13) < 0.3 AS is_dated
FROM drawn AS d
INNER JOIN gen_acts AS k ON d.type = k.type AND tail(d.act, 4, k.actions) = k.number
INNER JOIN gen_statuses AS s ON draw(d.act, 14) >= s.from_share AND draw(d.act, 14) < s.to_share
INNER JOIN gen_sides AS a ON d.actor_no = a.number
INNER JOIN gen_sides AS t ON d.target_no = t.number
LEFT JOIN gen_people AS p ON d.actor_person = p.number
LEFT JOIN gen_people AS q ON d.target_person = q.number;
-- Each sentence: "<state>'s <person> <action> <target> of <state> <condition> over <matter>, officials said."
CREATE OR REPLACE TEMP TABLE gen_told AS
WITH parts AS (
    SELECT
        c.*,
        CASE WHEN c.actor_id = c.state_id THEN '' ELSE concat(c.state_name, '''s ') END AS before_actor,
        replace(c.action, '_', ' ') AS trigger,
        concat_ws(' ', CASE WHEN c.about_id <> c.target_id THEN concat('of ', c.about_name) END, c.condition,
            CASE WHEN c.quantity IS NOT NULL THEN concat('with ', c.quantity, ' persons') END,
            concat('over matter ', c.source_no), 'on the agenda of the day, officials said.') AS rest
    FROM gen_claims AS c
),

sentences AS (
    SELECT p.*, concat(p.before_actor, p.actor_name, ' ', p.trigger, ' ', p.target_name, ' ', p.rest) AS sentence
    FROM parts AS p
)

SELECT
    s.*,
    length(s.sentence)::INTEGER AS n_chars,
    coalesce(sum(length(s.sentence) + 1) OVER (
        PARTITION BY s.text_no ORDER BY s.ordinal ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    ), 0)::INTEGER AS start_char,
    (start_char + length(s.before_actor))::INTEGER AS actor_start,
    (actor_start + length(s.actor_name) + 1)::INTEGER AS trigger_start,
    (trigger_start + length(s.trigger) + 1)::INTEGER AS target_start
FROM sentences AS s;
DROP TABLE gen_claims;
CREATE OR REPLACE TEMP TABLE gen_bodies AS
SELECT
    t.text_no,
    concat(
        string_agg(t.sentence, ' ' ORDER BY t.ordinal), ' Nothing more was known.',
        CASE WHEN bool_or(t.is_copy) THEN ' Agencies.' ELSE '' END
    ) AS text,
    max(t.start_char + t.n_chars) AS told_chars,
    count(*) AS n_claims
FROM gen_told AS t
GROUP BY t.text_no;
INSERT INTO sources
SELECT concat('gen', i), concat('Generated ', i), 'folder', 'generated', NULL, NULL, 'en', 'CC0-1.0' FROM range(50) AS t(i);
INSERT INTO articles SELECT g.article_id, g.source_id, concat('https://example.org/', g.number) FROM gen_texts AS g ORDER BY g.number;
INSERT INTO appearances
SELECT g.article_id, g.version_id, g.source_id, concat('articles/', g.number, '.txt'), g.day, g.day FROM gen_texts AS g ORDER BY g.number;
INSERT INTO versions
SELECT
    g.version_id, g.article_id, concat('Generated text ', g.number), b.text, length(b.text), 'en', NULL, g.day, 'given', NULL,
    g.day, sha256(g.version_id), 'day', NULL
FROM gen_texts AS g
INNER JOIN gen_bodies AS b ON g.number = b.text_no
ORDER BY g.number;
INSERT INTO sentences
SELECT g.version_id, 'text', s.sentence_no, s.start_char, s.end_char
FROM (
    SELECT t.text_no, t.ordinal AS sentence_no, t.start_char, t.start_char + t.n_chars AS end_char FROM gen_told AS t
    UNION ALL
    SELECT b.text_no, b.n_claims::INTEGER, b.told_chars + 1, b.told_chars + 24 FROM gen_bodies AS b
) AS s
INNER JOIN gen_texts AS g ON s.text_no = g.number
ORDER BY s.text_no, s.sentence_no;
INSERT INTO events
SELECT
    t.claim_id, t.version_id, t.ordinal, t.type, t.action, t.status, 'tense',
    CASE WHEN t.type = 'sanction' THEN 'international' END,
    CASE WHEN t.type = 'recognition' THEN 'office_holder' END,
    NULL,
    CASE WHEN t.is_dated THEN DATE '2006-01-01' + t.act_day::INTEGER END,
    CASE WHEN t.is_dated THEN DATE '2006-01-01' + t.act_day::INTEGER ELSE t.day END,
    CASE WHEN t.is_dated THEN 'day' ELSE 'before' END,
    NULL, 'weekday', NULL, NULL,
    CASE WHEN draw(t.source_no, 15) < 0.4 THEN 'officials' END,
    CASE WHEN draw(t.source_no, 15) < 0.1 THEN 'quoted' WHEN draw(t.source_no, 15) < 0.4 THEN 'reported' ELSE 'narrator' END,
    0.5, '$extractor'
FROM gen_told AS t
ORDER BY t.number;
INSERT INTO participants
SELECT p.claim_id, p.role, 0, p.actor_id, p.name
FROM (
    SELECT t.number, t.claim_id, 'actor' AS role, t.actor_id, t.actor_name AS name FROM gen_told AS t
    UNION ALL
    SELECT t.number, t.claim_id, 'target' AS role, t.target_id, t.target_name AS name FROM gen_told AS t
    UNION ALL
    SELECT t.number, t.claim_id, 'about' AS role, t.about_id, t.about_name AS name FROM gen_told AS t WHERE t.about_id IS NOT NULL
) AS p
ORDER BY p.number, p.role;
CREATE OR REPLACE TEMP TABLE gen_mentions AS
SELECT t.number, t.version_id, t.actor_start AS start_char, t.actor_name AS surface, t.actor_id, 'name' AS method
FROM gen_told AS t
UNION ALL
SELECT t.number, t.version_id, t.start_char, t.state_name, t.state_id, 'alias' FROM gen_told AS t WHERE t.before_actor <> ''
UNION ALL
SELECT t.number, t.version_id, t.target_start, t.target_name, t.target_id, 'name' FROM gen_told AS t WHERE t.target_id NOT LIKE 'OPEN:%'
UNION ALL
SELECT t.number, t.version_id, t.target_start + length(t.target_name) + 4, t.about_name, t.about_id, 'alias'
FROM gen_told AS t
WHERE t.about_id <> t.target_id;
INSERT INTO mentions
SELECT m.version_id, 'text', m.start_char, m.start_char + length(m.surface), m.surface, m.actor_id, m.method
FROM gen_mentions AS m
ORDER BY m.number, m.start_char;
INSERT INTO actors
SELECT m.actor_id, CASE WHEN m.actor_id LIKE 'NAME:%' THEN 'named' ELSE 'state' END, min(m.surface)
FROM gen_mentions AS m
GROUP BY m.actor_id
UNION ALL
SELECT 'OPEN:several officials', 'group_open', 'several officials'
ORDER BY 1;
DROP TABLE gen_mentions;
INSERT INTO evidence
SELECT e.claim_id, e.version_id, 'text', e.kind, e.start_char, e.end_char, e.quote
FROM (
    SELECT t.number, t.claim_id, t.version_id, 'sentence' AS kind, t.start_char, t.start_char + t.n_chars AS end_char, t.sentence AS quote
    FROM gen_told AS t
    UNION ALL
    SELECT t.number, t.claim_id, t.version_id, 'trigger' AS kind, t.trigger_start, t.trigger_start + length(t.trigger), t.trigger
    FROM gen_told AS t
) AS e
ORDER BY e.number, e.kind;
INSERT INTO measures
SELECT t.claim_id, ['unspecified', 'asset_freeze', 'travel_ban', 'trade_ban'][1 + (hash(t.act, 16, $seed) % 4)::INTEGER]
FROM gen_told AS t
WHERE t.type = 'sanction'
ORDER BY t.number;
INSERT INTO quantities
SELECT t.claim_id, 0, t.quantity, 'eq', 'person' FROM gen_told AS t WHERE t.quantity IS NOT NULL ORDER BY t.number;
INSERT INTO conditions
SELECT t.claim_id, t.condition, c.start_char, c.start_char + length(t.condition), t.day + 2 + tail(t.act, 17, 28)
FROM gen_told AS t
CROSS JOIN LATERAL (SELECT t.start_char + strpos(t.sentence, t.condition)::INTEGER - 1 AS start_char) AS c
WHERE t.condition IS NOT NULL
ORDER BY t.number;
INSERT INTO links
SELECT t.claim_id, 1, b.claim_id, 'answers'
FROM gen_told AS t
INNER JOIN gen_told AS b ON t.number = b.number + 1 AND t.text_no = b.text_no
WHERE draw(t.source_no, 18) < 0.03
ORDER BY t.number;
INSERT INTO readings
SELECT r.claim_id, r.ordinal, 'target', r.value, r.is_preferred, 'named_first', r.start_char, r.start_char + length(r.quote), r.quote
FROM (
    SELECT t.number, t.claim_id, 1 AS ordinal, t.target_id AS value, true AS is_preferred, t.trigger_start AS start_char, t.trigger AS quote
    FROM gen_told AS t
    WHERE draw(t.source_no, 19) < 0.02
    UNION ALL
    SELECT t.number, t.claim_id, 2 AS ordinal, t.actor_id AS value, false AS is_preferred, t.trigger_start AS start_char, t.trigger AS quote
    FROM gen_told AS t
    WHERE draw(t.source_no, 19) < 0.02
) AS r
ORDER BY r.number, r.ordinal;
INSERT INTO copies
SELECT key_of('v', g.number), key_of('v', g.number - 1), 0.9, 'near copy' FROM gen_texts AS g WHERE g.is_copy ORDER BY g.number;
INSERT INTO signatures
SELECT k.version_id, '$method', k.keys, k.placed_as, md5_number_lower(k.keys::VARCHAR)
FROM (
    SELECT
        g.number,
        g.version_id,
        list_transform(range($bands), LAMBDA b: (
            hash(CASE WHEN g.is_copy AND b % 8 <> 0 THEN g.number - 1 ELSE g.number END, b, $seed) % 4294967296
        )::UINTEGER) AS keys,
        concat_ws(' ', g.day, g.day, g.source_id, g.article_id) AS placed_as
    FROM gen_texts AS g
) AS k
ORDER BY k.number;
CREATE OR REPLACE TEMP TABLE gen_members AS
SELECT
    t.number, t.claim_id, t.type, t.action,
    first_value(t.claim_id) OVER (PARTITION BY t.act ORDER BY t.number) AS cluster_id,
    min(t.claim_id) OVER (PARTITION BY t.act) AS segment
FROM gen_told AS t;
INSERT INTO cluster_members
SELECT
    m.cluster_id, m.claim_id, CASE WHEN m.cluster_id = m.claim_id THEN 'core' ELSE 'same act, told within days' END,
    1.0, '{}', m.cluster_id = m.claim_id
FROM gen_members AS m
ORDER BY m.number;
INSERT INTO clusters
SELECT m.claim_id, m.type, m.action, NULL FROM gen_members AS m WHERE m.cluster_id = m.claim_id ORDER BY m.number;
INSERT INTO ops_segments
SELECT m.claim_id, m.segment FROM gen_members AS m WHERE m.cluster_id = m.claim_id AND m.segment <> m.claim_id ORDER BY m.number;
CREATE OR REPLACE TEMP TABLE gen_namings AS
SELECT DISTINCT n.version_id, n.actor_id, lower(substr(n.actor_id, 6)) AS surname, n.day AS published_date, n.full_name, n.states
FROM (
    SELECT t.version_id, t.actor_id, t.day, t.actor_name AS full_name, t.state_id AS states FROM gen_told AS t WHERE t.actor_id LIKE 'NAME:%'
    UNION ALL
    SELECT t.version_id, t.target_id, t.day, t.target_name, t.about_id FROM gen_told AS t WHERE t.target_id LIKE 'NAME:%'
) AS n
QUALIFY row_number() OVER (PARTITION BY n.version_id, n.actor_id ORDER BY n.states) = 1;
INSERT INTO namings
SELECT n.version_id, n.actor_id, n.surname, n.published_date, n.full_name, n.states, concat('NAME:', n.full_name), 0.75,
    'full name that the text gives', '$knowledge'
FROM gen_namings AS n
ORDER BY n.published_date, n.version_id, n.actor_id;
INSERT INTO identities
SELECT n.version_id, n.actor_id, concat('NAME:', n.full_name), 0.85, 'full name that another text gives too'
FROM gen_namings AS n
ORDER BY n.published_date, n.version_id, n.actor_id;
INSERT INTO ops_runs
SELECT
    concat('gen ', d.day), d.day, 'generated', d.day + INTERVAL 25 HOUR, d.day + INTERVAL 26 HOUR, 'published', '$extractor',
    (SELECT max(m.version) FROM ops_migrations AS m), NULL
FROM (SELECT DISTINCT g.day FROM gen_texts AS g) AS d
ORDER BY d.day;
INSERT INTO ops_steps
SELECT concat('gen ', g.day), 'load', count(*), count(*), 0, NULL, 'done' FROM gen_texts AS g GROUP BY g.day ORDER BY g.day;
INSERT INTO ops_pending SELECT g.version_id FROM gen_texts AS g
