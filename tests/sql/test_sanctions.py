"""Sanctions by sender and target: what became of them, never more than was told."""

from __future__ import annotations

from datetime import date

D1, D2 = date(2019, 1, 28), date(2019, 1, 31)
ON_D1 = (D1, D1, "day")
COLUMNS = "sender_id, target_id, scope, change, n_claims"


def test_what_became_of_a_sanction_is_told_apart(told):
    said = [("impose", "occurred"), ("impose", "threatened"), ("impose", "called_for"), ("impose", "denied")]
    said += [("tighten", "occurred"), ("ease", "announced"), ("lift", "occurred"), ("maintain", "in_force")]
    for place, (action, status) in enumerate(said):
        more = {"scope": "international", "when": ON_D1}
        told.claim(f"c{place}", f"sanction/{action}", status, ("USA",), ("VEN",), published=D2, **more)
    rows = told.rows("SELECT change, event_day, n_claims, n_clusters FROM v_sanctions_daily_by_event_day ORDER BY 1")
    assert [row["change"] for row in rows] == [
        "called_for", "denied", "eased", "imposed", "lifted", "maintained", "threatened", "tightened",
    ]  # fmt: skip
    assert {(row["event_day"], row["n_claims"], row["n_clusters"]) for row in rows} == {(D1, 1, 1)}


def test_scopes_stand_apart(told):
    for claim, scope in (("c1", "international"), ("c2", "domestic")):
        told.claim(claim, "sanction/impose", "occurred", ("VEN",), ("NAME:Guaido",), published=D2, scope=scope)
    rows = told.rows("SELECT scope, n_claims FROM v_sanctions_daily_by_event_day ORDER BY 1")
    assert rows == [{"scope": "domestic", "n_claims": 1}, {"scope": "international", "n_claims": 1}]


def test_each_pair_has_its_row_and_nobody_named_stays_unknown(told):
    told.claim("c1", "sanction/impose", "occurred", ("USA", "CAN"), ("VEN",), published=D2, scope="international")
    told.claim("c2", "sanction/impose", "called_for", (), ("VEN",), published=D2, scope="international")
    rows = told.rows("SELECT sender_id, target_id, change FROM v_sanctions_daily_by_event_day ORDER BY 1 NULLS LAST")
    assert [tuple(row.values()) for row in rows] == [
        ("CAN", "VEN", "imposed"),
        ("USA", "VEN", "imposed"),
        (None, "VEN", "called_for"),
    ]


def test_only_sanctions_are_counted(told):
    told.claim("c1", "recognition/withdraw", "occurred", ("USA",), ("VEN",), published=D2)
    assert told.rows("FROM v_sanctions_daily_by_event_day") == []
    assert told.rows("FROM v_sanctions_daily_by_report_day") == []


def test_a_second_report_is_no_second_sanction(told):
    told.claim("c1", "sanction/impose", "occurred", ("USA",), ("VEN",), published=D1, when=ON_D1)
    told.claim("c2", "sanction/impose", "occurred", ("USA",), ("VEN",), published=D2, when=ON_D1, cluster="c1")
    rows = told.rows(
        "SELECT report_day, n_claims, n_clusters, n_new_clusters FROM v_sanctions_daily_by_report_day ORDER BY 1"
    )
    assert [tuple(row.values()) for row in rows] == [(D1, 1, 1, 1), (D2, 1, 1, 0)]
    (row,) = told.rows("SELECT n_claims, n_clusters FROM v_sanctions_daily_by_event_day")
    assert row == {"n_claims": 2, "n_clusters": 1}
