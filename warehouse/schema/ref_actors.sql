-- ref_countries: States and territories
-- grain: one row per state or territory
CREATE TABLE ref_countries (
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    iso2 VARCHAR,
    kind VARCHAR NOT NULL,
    valid_from DATE,
    valid_to DATE,
    source VARCHAR NOT NULL,
    PRIMARY KEY (id)
);

COMMENT ON TABLE ref_countries IS 'States and territories; one row per state or territory';
COMMENT ON COLUMN ref_countries.id IS 'ISO 3166-1 alpha-3 code, or the code the guide gives';
COMMENT ON COLUMN ref_countries.name IS 'Short English name';
COMMENT ON COLUMN ref_countries.iso2 IS 'ISO 3166-1 alpha-2 code; NULL where there is none';
COMMENT ON COLUMN ref_countries.kind IS 'What it is, such as state or former state';
COMMENT ON COLUMN ref_countries.valid_from IS 'First calendar day on which it holds; NULL where unknown or always';
COMMENT ON COLUMN ref_countries.valid_to IS 'Last calendar day on which it holds; NULL while it lasts';
COMMENT ON COLUMN ref_countries.source IS 'Where the row is from';


-- ref_bodies: International bodies
-- grain: one row per body
CREATE TABLE ref_bodies (
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    parent_id VARCHAR,
    source VARCHAR NOT NULL,
    PRIMARY KEY (id)
);

COMMENT ON TABLE ref_bodies IS 'International bodies; one row per body';
COMMENT ON COLUMN ref_bodies.id IS 'Acronym';
COMMENT ON COLUMN ref_bodies.name IS 'Full name';
COMMENT ON COLUMN ref_bodies.kind IS 'What it is, such as organisation or group';
COMMENT ON COLUMN ref_bodies.parent_id IS 'Body it is part of; NULL where none';
COMMENT ON COLUMN ref_bodies.source IS 'Where the row is from';


-- ref_memberships: Who belongs to which body, and when
-- grain: one row per member, body and spell
CREATE TABLE ref_memberships (
    member_id VARCHAR NOT NULL,
    body_id VARCHAR NOT NULL,
    valid_from DATE,
    valid_to DATE,
    source VARCHAR NOT NULL
);

COMMENT ON TABLE ref_memberships IS 'Who belongs to which body, and when; one row per member, body and spell';
COMMENT ON COLUMN ref_memberships.member_id IS 'Member';
COMMENT ON COLUMN ref_memberships.body_id IS 'Body';
COMMENT ON COLUMN ref_memberships.valid_from IS 'First calendar day on which it holds; NULL where unknown or always';
COMMENT ON COLUMN ref_memberships.valid_to IS 'Last calendar day on which it holds; NULL while it lasts';
COMMENT ON COLUMN ref_memberships.source IS 'Where the row is from';


-- ref_office_holders: Who holds which office, and when
-- grain: one row per person, office and spell
CREATE TABLE ref_office_holders (
    person VARCHAR NOT NULL,
    surname VARCHAR NOT NULL,
    actor_id VARCHAR NOT NULL,
    office VARCHAR NOT NULL,
    valid_from DATE,
    valid_to DATE,
    source VARCHAR NOT NULL
);

COMMENT ON TABLE ref_office_holders IS 'Who holds which office, and when; one row per person, office and spell';
COMMENT ON COLUMN ref_office_holders.person IS 'Full name';
COMMENT ON COLUMN ref_office_holders.surname IS 'Surname';
COMMENT ON COLUMN ref_office_holders.actor_id IS 'State or body whose office it is';
COMMENT ON COLUMN ref_office_holders.office IS 'The office';
COMMENT ON COLUMN ref_office_holders.valid_from IS 'First calendar day on which it holds; NULL where unknown or always';
COMMENT ON COLUMN ref_office_holders.valid_to IS 'Last calendar day on which it holds; NULL while it lasts';
COMMENT ON COLUMN ref_office_holders.source IS 'Where the row is from';


-- ref_entities: Named actors that are no state, body or office holder
-- grain: one row per named firm, group or person
CREATE TABLE ref_entities (
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    state VARCHAR,
    source VARCHAR NOT NULL,
    PRIMARY KEY (id)
);

COMMENT ON TABLE ref_entities IS 'Named actors that are no state, body or office holder; one row per named firm, group or person';
COMMENT ON COLUMN ref_entities.id IS 'Actor id';
COMMENT ON COLUMN ref_entities.name IS 'Name';
COMMENT ON COLUMN ref_entities.kind IS 'What it is, such as company, person or armed group';
COMMENT ON COLUMN ref_entities.state IS 'ISO 3166-1 alpha-3 code of the state concerned; NULL where none';
COMMENT ON COLUMN ref_entities.source IS 'Where the row is from';


-- ref_aliases: Spellings that name an actor
-- grain: one row per alias, actor and spell
CREATE TABLE ref_aliases (
    alias VARCHAR NOT NULL,
    actor_id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    valid_from DATE,
    valid_to DATE,
    source VARCHAR NOT NULL
);

COMMENT ON TABLE ref_aliases IS 'Spellings that name an actor; one row per alias, actor and spell';
COMMENT ON COLUMN ref_aliases.alias IS 'The spelling';
COMMENT ON COLUMN ref_aliases.actor_id IS 'Whom it names';
COMMENT ON COLUMN ref_aliases.kind IS 'What sort of name it is, such as name, demonym or capital';
COMMENT ON COLUMN ref_aliases.valid_from IS 'First calendar day on which it holds; NULL where unknown or always';
COMMENT ON COLUMN ref_aliases.valid_to IS 'Last calendar day on which it holds; NULL while it lasts';
COMMENT ON COLUMN ref_aliases.source IS 'Where the row is from';
