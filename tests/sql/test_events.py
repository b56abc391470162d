"""v_events and its daily counts: codes, people, and events counted once."""

from __future__ import annotations

from datetime import date

import pytest

D1, D2 = date(2019, 1, 28), date(2019, 1, 31)
ON_D1 = (D1, D1, "day")


@pytest.mark.parametrize(
    ("what", "status", "more", "codes"),
    [
        ("sanction/impose", "occurred", {"scope": "international"}, ("SANCTION", "discontinue", "163")),
        ("sanction/impose", "occurred", {"scope": "domestic"}, ("COERCE", "restrict", "172")),
        ("sanction/impose", "threatened", {"scope": "international"}, ("THREATEN", "restrict", "1312")),
        ("sanction/impose", "called_for", {"scope": "international"}, ("REQUEST", None, "020")),
        ("sanction/lift", "occurred", {"scope": "international"}, ("RETREAT", None, "085")),
        ("sanction/lift", "rejected", {"scope": "international"}, ("REJECT", "yield", "1244")),
        ("recognition/recognise", "announced", {}, ("AGREE", None, "032")),
        ("recognition/claim", "occurred", {}, (None, None, None)),
        ("diplomatic_action/meet", "occurred", {}, ("CONSULT", None, "040")),
        ("diplomatic_action/meet", "occurred", {"mode": "call"}, ("CONSULT", "phone", "041")),
        ("diplomatic_action/meet", "planned", {"mode": "call"}, ("AGREE", None, "036")),
    ],
)
def test_codes_follow_mode_and_status(told, what, status, more, codes):
    told.claim("c1", what, status, ("USA",), ("VEN",), published=D2, **more)
    (row,) = told.rows("FROM v_events")
    assert (row["plover"], row["plover_mode"], row["cameo"]) == codes


def test_a_claim_shows_who_whom_when_and_where_it_says_so(told):
    told.claim("c1", "sanction/impose", "occurred", ("USA", "CAN"), (), published=D2, when=ON_D1, scope="international")
    told.con.execute("INSERT INTO measures VALUES ('c1', 'trade_ban'), ('c1', 'asset_freeze')")
    (row,) = told.rows("FROM v_events")
    assert row["actor_ids"] == ["USA", "CAN"]
    assert row["actor_names"] == ["Usa", "Can"]
    assert row["target_ids"] == []
    assert row["measures"] == ["asset_freeze", "trade_ban"]
    assert (row["event_day"], row["published_date"], row["status_group"]) == (D1, D2, "actual")
    assert row["sentence"] == "Somebody did something."
    assert (row["start_char"], row["end_char"]) == (0, 23)


def test_reports_of_one_event_count_once_as_event(told):
    told.claim("c1", "sanction/impose", "occurred", ("USA",), ("VEN",), published=D1, when=ON_D1)
    told.claim("c2", "sanction/impose", "occurred", ("USA",), ("VEN",), published=D2, when=ON_D1, cluster="c1")
    assert told.rows("SELECT event_day, n_claims, n_clusters FROM v_events_daily_by_event_day") == [
        {"event_day": D1, "n_claims": 2, "n_clusters": 1}
    ]
    reported = "SELECT report_day, n_claims, n_clusters, n_new_clusters FROM v_events_daily_by_report_day ORDER BY 1"
    assert told.rows(reported) == [
        {"report_day": D1, "n_claims": 1, "n_clusters": 1, "n_new_clusters": 1},
        {"report_day": D2, "n_claims": 1, "n_clusters": 1, "n_new_clusters": 0},
    ]


def test_an_event_without_a_known_day_gets_none(told):
    told.claim("c1", "diplomatic_action/meet", "occurred", ("USA", "VEN"), published=D2)
    told.claim("c2", "diplomatic_action/meet", "occurred", ("USA", "VEN"), published=D2, when=(D1, D2, "range"))
    (row,) = told.rows("FROM v_events_daily_by_event_day")
    assert (row["event_day"], row["n_claims"]) == (None, 2)


def test_a_merged_cluster_counts_under_its_successor(told):
    told.claim("c1", "sanction/impose", "occurred", ("USA",), ("VEN",), published=D1, when=ON_D1)
    told.claim("c2", "sanction/impose", "occurred", ("USA",), ("VEN",), published=D2, when=ON_D1)
    told.con.execute("UPDATE clusters SET merged_into = 'c1' WHERE cluster_id = 'c2'")
    (row,) = told.rows("FROM v_events_daily_by_event_day")
    assert (row["n_claims"], row["n_clusters"]) == (2, 1)


def test_support_leads_from_claim_to_sentence_and_article(told):
    told.claim("c1", "sanction/impose", "occurred", ("USA",), ("VEN",), published=D2)
    (row,) = told.rows("FROM v_claim_support")
    assert row["claim_id"] == "c1"
    assert (row["sentence"], row["field"], row["start_char"], row["end_char"]) == (
        "Somebody did something.",
        "text",
        0,
        23,
    )
    assert (row["title"], row["url"]) == ("Title of v-c1", "https://example.org/v-c1")
    assert (row["source_name"], row["published_date"]) == ("Source one", D2)
