-- name: everyone who has an identity, with kind, state, the guide's identifier and identifiers outside the project
-- grain: one row per identity
-- reads: ref_countries, ref_bodies, ref_entities, ref_guide_ids, ref_external_ids, ref_actor_kinds, v_offices, ref_governments, identities
-- note: a name or group that is of its text alone has no row here: v_parties tells of it. guide_id rolls an identity up
--   to the annotation guide's identifier: an organ to its body (ref_guide_ids), a person without a row of their own to
--   NAME: and the surname, a contested government to its state, everyone else to themselves
CREATE VIEW v_actors AS
WITH people AS (
    SELECT
        o.person_id AS actor_id,
        min(o.person_name) AS name,
        arg_max(o.state_id, coalesce(o.valid_from, DATE '0001-01-01') ORDER BY o.state_id) AS state_id
    FROM v_offices AS o
    WHERE o.person_id NOT IN (SELECT e.id FROM ref_entities AS e)
    GROUP BY o.person_id
),

everyone AS (
    SELECT c.id AS actor_id, c.kind, c.name, c.id AS state_id
    FROM ref_countries AS c
    UNION ALL
    SELECT
        b.id AS actor_id,
        CASE WHEN b.kind = 'treaty_body' AND b.parent_id IS NULL THEN 'treaty' ELSE 'body' END AS kind,
        b.name,
        NULL AS state_id
    FROM ref_bodies AS b
    UNION ALL
    SELECT e.id AS actor_id, e.kind, e.name, e.state AS state_id
    FROM ref_entities AS e
    UNION ALL
    SELECT DISTINCT g.government_id AS actor_id, 'government' AS kind, g.name, g.state_id
    FROM ref_governments AS g
    UNION ALL
    SELECT p.actor_id, 'person' AS kind, p.name, p.state_id
    FROM people AS p
    UNION ALL
    SELECT DISTINCT i.identity_id AS actor_id, 'named' AS kind, substr(i.identity_id, 6) AS name, NULL AS state_id
    FROM identities AS i
    WHERE
        i.identity_id NOT IN (SELECT e.id FROM ref_entities AS e)
        AND i.identity_id NOT IN (SELECT p.actor_id FROM people AS p)
),

codes AS (
    SELECT x.actor_id, list(struct_pack(scheme := x.scheme, code := x.code) ORDER BY x.scheme, x.code) AS external_ids
    FROM ref_external_ids AS x
    GROUP BY x.actor_id
)

SELECT
    a.actor_id,
    a.kind,
    a.name,
    coalesce(
        g.guide_id,
        CASE
            WHEN a.kind = 'government' THEN a.state_id
            WHEN a.kind IN ('person', 'named') AND a.actor_id NOT IN (SELECT e.id FROM ref_entities AS e)
                THEN 'NAME:' || regexp_replace(regexp_extract(a.name, '(\S+)(?: [IVX]+)?$', 1), '^(al|el|ul)-', '', 'i')
            ELSE a.actor_id
        END
    ) AS guide_id,
    a.state_id,
    k.ftm_schema,
    coalesce(c.external_ids, []) AS external_ids
FROM everyone AS a
LEFT JOIN ref_guide_ids AS g ON a.actor_id = g.actor_id
LEFT JOIN ref_actor_kinds AS k ON a.kind = k.kind
LEFT JOIN codes AS c ON a.actor_id = c.actor_id;

COMMENT ON VIEW v_actors IS 'Everyone who has an identity, with kind, state, the guide''s identifier and identifiers outside the project; one row per identity';
COMMENT ON COLUMN v_actors.actor_id IS 'Identity';
COMMENT ON COLUMN v_actors.kind IS 'Word of ref_actor_kinds';
COMMENT ON COLUMN v_actors.name IS 'Name to show';
COMMENT ON COLUMN v_actors.guide_id IS 'Identifier of the annotation guide that it rolls up to';
COMMENT ON COLUMN v_actors.state_id IS 'State concerned: of an office holder the state or body served last; NULL where none or unknown';
COMMENT ON COLUMN v_actors.ftm_schema IS 'Schema of FollowTheMoney that fits the kind; NULL where none does';
COMMENT ON COLUMN v_actors.external_ids IS 'Identifiers outside the project, each with scheme (word of ref_external_id_schemes) and code, in order; empty where none is known';
