-- name: who holds or claims which office of which state or body, and when
-- grain: one row per person, state or body, office, span and government
-- reads: ref_office_holders, ref_entities, ref_governments
-- note: state, government and person are three actors; these rows join them. A claim that stands in ref_governments alone
--   (a head whom the office holders do not list) has the office claimed. A row is contested where a government of the
--   same state, with another name, is headed on any of its days
CREATE VIEW v_offices AS
WITH heads AS (
    SELECT
        g.*,
        exists (
            SELECT 1
            FROM ref_governments AS r
            WHERE
                r.state_id = g.state_id
                AND r.government_id <> g.government_id
                AND coalesce(r.valid_from, DATE '0001-01-01') <= coalesce(g.valid_to, DATE '9999-12-31')
                AND coalesce(g.valid_from, DATE '0001-01-01') <= coalesce(r.valid_to, DATE '9999-12-31')
        ) AS is_contested
    FROM ref_governments AS g
),

held AS (
    SELECT
        coalesce(e.id, 'NAME:' || o.person) AS person_id,
        o.person AS person_name,
        o.actor_id AS state_id,
        o.office,
        o.valid_from,
        o.valid_to,
        o.source
    FROM ref_office_holders AS o
    LEFT JOIN ref_entities AS e ON o.person = e.name AND e.kind = 'person'
),

joined AS (
    SELECT
        h.*,
        g.government_id,
        coalesce(g.is_contested, FALSE) AS is_contested
    FROM held AS h
    LEFT JOIN heads AS g
        ON
            h.person_id = g.head
            AND h.state_id = g.state_id
            AND h.office IN ('head_of_state', 'head_of_government')
            AND coalesce(h.valid_from, DATE '0001-01-01') <= coalesce(g.valid_to, DATE '9999-12-31')
            AND coalesce(g.valid_from, DATE '0001-01-01') <= coalesce(h.valid_to, DATE '9999-12-31')
)

SELECT
    j.person_id,
    j.person_name,
    j.state_id,
    j.office,
    j.valid_from,
    j.valid_to,
    j.government_id,
    j.is_contested,
    j.source
FROM joined AS j
UNION ALL
SELECT
    g.head AS person_id,
    coalesce(e.name, substr(g.head, 6)) AS person_name,
    g.state_id,
    'claimed' AS office,
    g.valid_from,
    g.valid_to,
    g.government_id,
    g.is_contested,
    g.source
FROM heads AS g
LEFT JOIN ref_entities AS e ON g.head = e.id
ANTI JOIN joined AS j ON g.head = j.person_id AND g.government_id = j.government_id;

COMMENT ON VIEW v_offices IS 'Who holds or claims which office of which state or body, and when; one row per person, state or body, office, span and government';
COMMENT ON COLUMN v_offices.person_id IS 'Identity of the person';
COMMENT ON COLUMN v_offices.person_name IS 'Full name';
COMMENT ON COLUMN v_offices.state_id IS 'State or body whose office it is';
COMMENT ON COLUMN v_offices.office IS 'The office as in ref_office_holders, or claimed: the headship of a contested government that ref_office_holders does not list';
COMMENT ON COLUMN v_offices.valid_from IS 'First calendar day; NULL where unknown';
COMMENT ON COLUMN v_offices.valid_to IS 'Last calendar day; NULL while it lasts or where the end is not known, as the source says';
COMMENT ON COLUMN v_offices.government_id IS 'Contested government that the person heads by it; NULL where none';
COMMENT ON COLUMN v_offices.is_contested IS 'Whether another government of the state was headed by somebody else on any of these days';
COMMENT ON COLUMN v_offices.source IS 'Where the row is from';
