"""Who answered what: one row a link, the answer beside the act that it answers."""

from __future__ import annotations

from datetime import date

D1, D2 = date(2019, 1, 28), date(2019, 1, 31)


def test_an_answer_stands_beside_what_it_answers(told):
    told.claim("c1", "sanction/impose", "threatened", ("USA", "CAN"), ("VEN",), published=D2, version="v")
    told.claim("c2", "diplomatic_action/condemn", "occurred", ("RUS",), ("USA",), published=D2, version="v",
               when=(D1, D1, "day"), ordinal=1)  # fmt: skip
    told.con.execute("INSERT INTO links VALUES ('c2', 1, 'c1', 'answers')")
    (row,) = told.rows("FROM v_answers")
    answer, act = ("claim_id", "action", "status", "actor_ids", "event_day"), ("to_status", "to_actor_ids")
    assert [row[key] for key in answer] == ["c2", "condemn", "occurred", ["RUS"], D1]
    assert [row[key] for key in ("to_claim_id", "to_action", *act)] == ["c1", "impose", "threatened", ["USA", "CAN"]]
    assert (row["kind"], row["to_event_day"], row["to_date_end"], row["published_date"]) == ("answers", None, D2, D2)
    assert row["sentence"] and row["to_sentence"]


def test_a_claim_that_answers_nothing_has_no_row(told):
    told.claim("c1", "sanction/impose", "occurred", ("USA",), ("VEN",), published=D2)
    assert told.rows("FROM v_answers") == []


def test_two_links_of_a_claim_are_two_rows(told):
    for claim in ("c1", "c2", "c3"):
        told.claim(claim, "sanction/impose", "occurred", ("USA",), (claim.upper(),), published=D2, version="v")
    told.con.execute("INSERT INTO links VALUES ('c3', 1, 'c1', 'follows'), ('c3', 2, 'c2', 'likewise')")
    rows = told.rows("SELECT kind, to_claim_id FROM v_answers ORDER BY kind")
    assert rows == [{"kind": "follows", "to_claim_id": "c1"}, {"kind": "likewise", "to_claim_id": "c2"}]
