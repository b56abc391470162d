-- 0011: what texts say of names, contested governments, identifiers outside the project, kinds of actors
-- note: the next night that is loaded reads the names of all texts there
CREATE TABLE namings (
    version_id VARCHAR NOT NULL,
    actor_id VARCHAR NOT NULL,
    surname VARCHAR NOT NULL,
    published_date DATE NOT NULL,
    full_name VARCHAR,
    states VARCHAR,
    candidate_id VARCHAR,
    score DOUBLE NOT NULL,
    rule VARCHAR NOT NULL,
    knowledge VARCHAR NOT NULL,
    PRIMARY KEY (version_id, actor_id),
    CHECK (score >= 0 AND score <= 1)
);

COMMENT ON TABLE namings IS 'What one text says of one name that no row of the seeds bears, by which identities are tied; one row per text and named actor';
COMMENT ON COLUMN namings.version_id IS 'Text that names it';
COMMENT ON COLUMN namings.actor_id IS 'Actor as the text names it';
COMMENT ON COLUMN namings.surname IS 'Surname without case and accents: names of one surname are compared';
COMMENT ON COLUMN namings.published_date IS 'Calendar day on which the world could know the text';
COMMENT ON COLUMN namings.full_name IS 'Full name that the text gives; NULL where it gives none or several';
COMMENT ON COLUMN namings.states IS 'ISO 3166-1 alpha-3 codes of the states that the text puts beside the name, joined with |; NULL where none';
COMMENT ON COLUMN namings.candidate_id IS 'Whom the text alone points to; NULL where to nobody';
COMMENT ON COLUMN namings.score IS 'How sure that is, 0 to 1';
COMMENT ON COLUMN namings.rule IS 'Rule that pointed there, or why it stays open';
COMMENT ON COLUMN namings.knowledge IS 'Hash of the seeds with which it was read; with others it is read anew';


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
