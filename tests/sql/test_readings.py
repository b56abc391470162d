"""What may be read two ways: the second reading beside the one that the claim takes."""

from __future__ import annotations

from datetime import date

D1, D2 = date(2019, 1, 28), date(2019, 1, 31)


def name(told, *actors):
    for actor, called in actors:
        told.con.execute("INSERT OR REPLACE INTO actors VALUES (?, 'state', ?)", [actor, called])


def test_a_second_reading_stands_beside_the_preferred_one(told):
    told.claim("c1", "sanction/impose", "occurred", ("NOR",), ("MLI",), published=D2, when=(D1, D1, "day"))
    name(told, ("NOR", "Norway"), ("SWE", "Sweden"))
    told.con.execute(
        "INSERT INTO readings VALUES ('c1', 1, 'actor', 'NOR', true, 'named_first', 0, 2, 'It'), "
        "('c1', 2, 'actor', 'SWE', false, 'named_first', 0, 2, 'It')"
    )
    (row,) = told.rows("FROM v_readings")
    assert [row[key] for key in ("claim_id", "field", "rule", "quote")] == ["c1", "actor", "named_first", "It"]
    assert [row["preferred_value"], row["preferred_name"]] == ["NOR", "Norway"]
    assert [row["other_value"], row["other_name"]] == ["SWE", "Sweden"]
    assert [row[key] for key in ("type", "action", "status", "published_date")] == [
        "sanction",
        "impose",
        "occurred",
        D2,
    ]
    assert row["sentence"] == "Somebody did something."


def test_where_words_stay_open_each_value_has_a_row_and_none_is_preferred(told):
    told.claim("c1", "sanction/impose", "occurred", ("RWA",), (), published=D2)
    name(told, ("COD", "DR Congo"), ("COG", "Congo"))
    told.con.execute(
        "INSERT INTO readings VALUES ('c1', 1, 'target', 'COD', false, 'open_name', 0, 5, 'Congo'), "
        "('c1', 2, 'target', 'COG', false, 'open_name', 0, 5, 'Congo')"
    )
    rows = told.rows("SELECT preferred_value, preferred_name, other_name FROM v_readings ORDER BY other_value")
    assert rows == [
        {"preferred_value": None, "preferred_name": None, "other_name": "DR Congo"},
        {"preferred_value": None, "preferred_name": None, "other_name": "Congo"},
    ]


def test_actions_and_days_are_told_in_words(told):
    told.claim("c1", "recognition/back", "occurred", ("EU",), ("LBY",), published=D2, when=(D1, D1, "day"))
    told.con.execute(
        "INSERT INTO readings VALUES ('c1', 1, 'action', 'recognition/back', true, 'two_frames', 0, 5, 'a'), "
        "('c1', 2, 'action', 'diplomatic_action/support_statement', false, 'two_frames', 0, 5, 'a'), "
        "('c1', 3, 'date', '2019-01-28', true, 'which_week', 6, 9, 'b'), "
        "('c1', 4, 'date', '2019-01-21', false, 'which_week', 6, 9, 'b')"
    )
    rows = told.rows("SELECT field, preferred_name, other_name FROM v_readings ORDER BY field")
    assert rows == [
        {"field": "action", "preferred_name": "back", "other_name": "support statement"},
        {"field": "date", "preferred_name": "2019-01-28", "other_name": "2019-01-21"},
    ]


def test_a_claim_without_a_second_reading_has_no_row(told):
    told.claim("c1", "sanction/impose", "occurred", ("USA",), ("VEN",), published=D2)
    assert told.rows("FROM v_readings") == []
