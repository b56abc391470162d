-- ref_governments: Governments whose claim to a state is or was contested, as many as claim it
-- grain: one row per government and head
CREATE TABLE ref_governments (
    government_id VARCHAR NOT NULL,
    state_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    head VARCHAR NOT NULL,
    claims VARCHAR NOT NULL,
    valid_from DATE,
    valid_to DATE,
    source VARCHAR NOT NULL
);

COMMENT ON TABLE ref_governments IS 'Governments whose claim to a state is or was contested, as many as claim it; one row per government and head';
COMMENT ON COLUMN ref_governments.government_id IS 'GOV:, the state and a word for the government';
COMMENT ON COLUMN ref_governments.state_id IS 'State that it claims to govern';
COMMENT ON COLUMN ref_governments.name IS 'Name to show, neutral in words';
COMMENT ON COLUMN ref_governments.head IS 'Identity of the person who heads it: an id of ref_entities, or NAME: and the full name';
COMMENT ON COLUMN ref_governments.claims IS 'What it claims';
COMMENT ON COLUMN ref_governments.valid_from IS 'First calendar day on which the person heads it; NULL where unknown';
COMMENT ON COLUMN ref_governments.valid_to IS 'Last calendar day on which the person heads it; NULL while it lasts';
COMMENT ON COLUMN ref_governments.source IS 'Where the row is from';


-- ref_external_id_schemes: Schemes of identifiers outside the project
-- grain: one row per scheme
CREATE TABLE ref_external_id_schemes (
    scheme VARCHAR NOT NULL,
    definition VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    PRIMARY KEY (scheme)
);

COMMENT ON TABLE ref_external_id_schemes IS 'Schemes of identifiers outside the project; one row per scheme';
COMMENT ON COLUMN ref_external_id_schemes.scheme IS 'The word';
COMMENT ON COLUMN ref_external_id_schemes.definition IS 'What its codes name, and who gives them';
COMMENT ON COLUMN ref_external_id_schemes.source IS 'Where the row is from';


-- ref_external_ids: Identifiers of actors outside the project
-- grain: one row per actor, scheme and code
CREATE TABLE ref_external_ids (
    actor_id VARCHAR NOT NULL,
    scheme VARCHAR NOT NULL,
    code VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    PRIMARY KEY (actor_id, scheme, code)
);

COMMENT ON TABLE ref_external_ids IS 'Identifiers of actors outside the project; one row per actor, scheme and code';
COMMENT ON COLUMN ref_external_ids.actor_id IS 'Identity: an id of ref_countries, ref_bodies or ref_entities';
COMMENT ON COLUMN ref_external_ids.scheme IS 'Word of ref_external_id_schemes';
COMMENT ON COLUMN ref_external_ids.code IS 'The identifier, as the scheme writes it';
COMMENT ON COLUMN ref_external_ids.source IS 'Where the row is from';


-- ref_actor_kinds: Kinds of actors
-- grain: one row per kind
CREATE TABLE ref_actor_kinds (
    kind VARCHAR NOT NULL,
    definition VARCHAR NOT NULL,
    ftm_schema VARCHAR,
    source VARCHAR NOT NULL,
    PRIMARY KEY (kind)
);

COMMENT ON TABLE ref_actor_kinds IS 'Kinds of actors; one row per kind';
COMMENT ON COLUMN ref_actor_kinds.kind IS 'The word';
COMMENT ON COLUMN ref_actor_kinds.definition IS 'What it means';
COMMENT ON COLUMN ref_actor_kinds.ftm_schema IS 'Schema of FollowTheMoney that fits; NULL where none does';
COMMENT ON COLUMN ref_actor_kinds.source IS 'Where the row is from';


-- ref_guide_ids: Actors that the annotation guide calls by another identifier
-- grain: one row per actor
CREATE TABLE ref_guide_ids (
    actor_id VARCHAR NOT NULL,
    guide_id VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    PRIMARY KEY (actor_id)
);

COMMENT ON TABLE ref_guide_ids IS 'Actors that the annotation guide calls by another identifier; one row per actor';
COMMENT ON COLUMN ref_guide_ids.actor_id IS 'Actor';
COMMENT ON COLUMN ref_guide_ids.guide_id IS 'Identifier that the guide gives it';
COMMENT ON COLUMN ref_guide_ids.source IS 'Where the row is from';


-- ref_person_aliases: Other spellings of persons
-- grain: one row per spelling and person
CREATE TABLE ref_person_aliases (
    alias VARCHAR NOT NULL,
    person VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    PRIMARY KEY (alias, person)
);

COMMENT ON TABLE ref_person_aliases IS 'Other spellings of persons; one row per spelling and person';
COMMENT ON COLUMN ref_person_aliases.alias IS 'The spelling';
COMMENT ON COLUMN ref_person_aliases.person IS 'Full name as in ref_office_holders or ref_entities';
COMMENT ON COLUMN ref_person_aliases.source IS 'Where the row is from';
