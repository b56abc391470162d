-- name: contested governments, as many as claim a state, with who headed them when
-- grain: one row per government and head
-- reads: ref_governments, ref_entities
-- note: an uncontested government is its state; who heads it stands in v_offices. Being listed says that a claim was made
--   and disputed, not that it was right
CREATE VIEW v_governments AS
SELECT
    g.government_id,
    g.state_id,
    g.name,
    g.head AS head_id,
    coalesce(e.name, substr(g.head, 6)) AS head_name,
    g.claims,
    g.valid_from,
    g.valid_to,
    list_sort(list_distinct(list(r.government_id) FILTER (WHERE r.government_id IS NOT NULL))) AS rival_ids,
    g.source
FROM ref_governments AS g
LEFT JOIN ref_entities AS e ON g.head = e.id
LEFT JOIN ref_governments AS r
    ON
        g.state_id = r.state_id
        AND g.government_id <> r.government_id
        AND coalesce(r.valid_from, DATE '0001-01-01') <= coalesce(g.valid_to, DATE '9999-12-31')
        AND coalesce(g.valid_from, DATE '0001-01-01') <= coalesce(r.valid_to, DATE '9999-12-31')
GROUP BY ALL;

COMMENT ON VIEW v_governments IS 'Contested governments, as many as claim a state, with who headed them when; one row per government and head';
COMMENT ON COLUMN v_governments.government_id IS 'GOV:, the state and a word for the government';
COMMENT ON COLUMN v_governments.state_id IS 'State that it claims to govern';
COMMENT ON COLUMN v_governments.name IS 'Name to show';
COMMENT ON COLUMN v_governments.head_id IS 'Identity of the person who heads it';
COMMENT ON COLUMN v_governments.head_name IS 'Full name of that person';
COMMENT ON COLUMN v_governments.claims IS 'What it claims';
COMMENT ON COLUMN v_governments.valid_from IS 'First calendar day on which the person heads it; NULL where unknown';
COMMENT ON COLUMN v_governments.valid_to IS 'Last calendar day on which the person heads it; NULL while it lasts';
COMMENT ON COLUMN v_governments.rival_ids IS 'Governments that claimed the same state on any of these days, in order';
COMMENT ON COLUMN v_governments.source IS 'Where the row is from';
