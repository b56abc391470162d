"""State, government and person are three actors joined by dated offices; any spelling leads to whom it may mean."""

from __future__ import annotations


def test_two_heads_claim_venezuela_on_the_same_day(told):
    found = told.rows(
        "SELECT person_id, government_id, is_contested FROM v_offices WHERE state_id = 'VEN' "
        "AND government_id IS NOT NULL "
        "AND DATE '2019-02-01' BETWEEN valid_from AND coalesce(valid_to, DATE '9999-12-31')"
        " ORDER BY 1"
    )
    assert found == [
        {"person_id": "NAME:Guaidó", "government_id": "GOV:VEN:Guaidó", "is_contested": True},
        {"person_id": "NAME:Nicolás Maduro", "government_id": "GOV:VEN:Maduro", "is_contested": True},
    ]


def test_a_government_names_its_rivals_and_its_head(told):
    (found,) = told.rows(
        "SELECT head_name, state_id, rival_ids FROM v_governments WHERE government_id = 'GOV:HND:Zelaya'"
    )
    assert found == {"head_name": "Manuel Zelaya", "state_id": "HND", "rival_ids": ["GOV:HND:Micheletti"]}


def test_an_uncontested_office_has_no_government(told):
    found = told.rows(
        "SELECT DISTINCT government_id, is_contested FROM v_offices WHERE person_id = 'NAME:Angela Merkel'"
    )
    assert found == [{"government_id": None, "is_contested": False}]


def test_state_government_and_person_are_three_actors(told):
    found = told.rows(
        "SELECT actor_id, kind, guide_id, state_id FROM v_actors "
        "WHERE actor_id IN ('VEN', 'GOV:VEN:Maduro', 'NAME:Nicolás Maduro', 'NAME:Guaidó', 'UNGA') ORDER BY 1"
    )
    assert [tuple(row.values()) for row in found] == [
        ("GOV:VEN:Maduro", "government", "VEN", "VEN"),
        ("NAME:Guaidó", "person", "NAME:Guaidó", "VEN"),
        ("NAME:Nicolás Maduro", "person", "NAME:Maduro", "VEN"),
        ("UNGA", "body", "UN", None),
        ("VEN", "state", "VEN", "VEN"),
    ]


def test_an_actor_has_one_row_and_a_kind_that_is_listed(told):
    told.con.execute("INSERT INTO identities VALUES ('v1', 'NAME:Esau', 'NAME:Bernhardt Esau', 0.75, 'r')")
    told.con.execute("INSERT INTO identities VALUES ('v2', 'NAME:Esau', 'NAME:Bernhardt Esau', 0.75, 'r')")
    told.con.execute("INSERT INTO identities VALUES ('v1', 'NAME:Maduro', 'NAME:Nicolás Maduro', 0.9, 'r')")
    assert told.rows("SELECT actor_id FROM v_actors GROUP BY 1 HAVING count(*) > 1") == []
    assert told.rows("SELECT DISTINCT kind FROM v_actors ANTI JOIN ref_actor_kinds USING (kind)") == []
    (esau,) = told.rows("SELECT kind, name, guide_id, ftm_schema FROM v_actors WHERE actor_id = 'NAME:Bernhardt Esau'")
    assert esau == {"kind": "named", "name": "Bernhardt Esau", "guide_id": "NAME:Esau", "ftm_schema": "LegalEntity"}


def test_every_person_of_an_office_and_every_head_is_an_actor(told):
    assert told.rows("SELECT person_id FROM v_offices ANTI JOIN v_actors ON person_id = actor_id") == []
    assert told.rows("SELECT head_id FROM v_governments ANTI JOIN v_actors ON head_id = actor_id") == []


def test_identifiers_outside_stand_beside_the_actor(told):
    (found,) = told.rows("SELECT external_ids FROM v_actors WHERE actor_id = 'VEN'")
    codes = {code["scheme"]: code["code"] for code in found["external_ids"]}
    assert codes["wikidata"] == "Q717"
    assert codes["gwcode"] == "101"
    assert told.rows("SELECT external_ids FROM v_actors WHERE actor_id = 'NAME:Guaidó'") == [{"external_ids": []}]


def meant(told, spelling):
    found = told.rows(
        f"SELECT actor_id, n_actors FROM v_aliases WHERE folded = strip_accents(lower('{spelling}')) ORDER BY 1"
    )
    assert all(row["n_actors"] == len(found) for row in found)
    return [row["actor_id"] for row in found]


def test_any_spelling_leads_to_whom_it_may_mean(told):
    assert meant(told, "guaido") == meant(told, "Juan GUAIDÓ") == ["NAME:Guaidó"]
    assert meant(told, "Maduro") == ["NAME:Nicolás Maduro", "NAME:Ricardo Maduro"]
    assert meant(told, "Moamer Kadhafi") == ["NAME:Muammar Gaddafi"]
    assert meant(told, "venezuela") == ["VEN"]
    assert meant(told, "nobody at all") == []


def test_members_of_a_group_on_a_day(told):
    sql = (
        "SELECT count(*) AS n FROM v_members WHERE group_id = 'EU' "
        "AND (valid_from IS NULL OR valid_from <= DATE '{0}') "
        "AND (valid_to IS NULL OR DATE '{0}' < valid_to)"
    )
    assert [told.rows(sql.format(day))[0]["n"] for day in ("2019-01-31", "2021-01-01")] == [28, 27]
