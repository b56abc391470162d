"""Stances: the latest actual claim, and nothing that only looks like one."""

from __future__ import annotations

from datetime import date

import pytest

JAN, FEB, MAR, APR = date(2019, 1, 23), date(2019, 2, 4), date(2019, 3, 1), date(2019, 4, 1)
US, HIM = ("USA",), ("NAME:Guaido",)


def stances(told, columns="stance"):
    return [tuple(row.values()) for row in told.rows(f"SELECT {columns} FROM v_recognition_stances ORDER BY ALL")]


@pytest.mark.parametrize(
    "status", ["denied", "rejected", "hypothetical", "threatened", "called_for", "proposed", "planned"]
)
def test_what_did_not_happen_is_no_stance(told, status):
    told.claim("c1", "recognition/recognise", status, US, HIM, published=JAN)
    assert stances(told) == []


@pytest.mark.parametrize(
    ("action", "stance"),
    [
        ("recognise", "recognises"),
        ("back", "backs"),
        ("refuse", "refuses"),
        ("withdraw", "withdrew"),
        ("neutral", "neutral"),
    ],
)
def test_each_act_is_its_own_stance(told, action, stance):
    told.claim("c1", f"recognition/{action}", "occurred", US, HIM, published=JAN)
    assert stances(told) == [(stance,)]


def test_a_claimants_own_claim_is_nobodys_stance(told):
    told.claim("c1", "recognition/claim", "occurred", HIM, HIM, published=JAN)
    assert stances(told) == []


def test_the_latest_counts_even_if_it_came_in_first(told):
    told.claim("c2", "recognition/withdraw", "occurred", US, HIM, published=MAR, when=(MAR, MAR, "day"))
    told.claim("c1", "recognition/recognise", "occurred", US, HIM, published=JAN, when=(JAN, JAN, "day"))
    assert stances(told, "stance, since_start, claim_id") == [("withdrew", MAR, "c2")]


def test_a_late_report_of_an_early_act_changes_nothing(told):
    told.claim("c1", "recognition/withdraw", "occurred", US, HIM, published=FEB, when=(FEB, FEB, "day"))
    told.claim("c2", "recognition/recognise", "occurred", US, HIM, published=MAR, when=(JAN, JAN, "day"))
    assert stances(told) == [("withdrew",)]


def test_since_is_the_earliest_date_told_of_the_unbroken_run(told):
    told.claim("c1", "recognition/recognise", "occurred", US, HIM, published=JAN, when=(JAN, JAN, "day"))
    told.claim("c2", "recognition/withdraw", "occurred", US, HIM, published=FEB, when=(FEB, FEB, "day"))
    told.claim("c3", "recognition/recognise", "occurred", US, HIM, published=MAR, when=(MAR, MAR, "day"))
    told.claim("c4", "recognition/recognise", "in_force", US, HIM, published=APR)
    found = stances(told, "stance, since_start, since_precision, since_claim_id, claim_id, n_claims")
    assert found == [("recognises", MAR, "day", "c3", "c4", 2)]


def test_a_beginning_that_no_text_tells_stays_unknown(told):
    told.claim("c1", "recognition/refuse", "in_force", US, HIM, published=JAN, known_on=FEB)
    found = stances(told, "stance, since_start, since_end, since_precision, known_on, sentence")
    assert found == [("refuses", None, JAN, "before", FEB, "Somebody did something.")]


def test_backing_after_recognition_ends_nothing(told):
    told.claim("c1", "recognition/recognise", "occurred", US, HIM, published=JAN, when=(JAN, JAN, "day"))
    told.claim("c2", "recognition/back", "occurred", US, HIM, published=FEB)
    assert stances(told, "stance, claim_id") == [("recognises", "c1")]


def test_backing_after_withdrawal_is_backing(told):
    told.claim("c1", "recognition/recognise", "occurred", US, HIM, published=JAN, when=(JAN, JAN, "day"))
    told.claim("c2", "recognition/withdraw", "occurred", US, HIM, published=FEB, when=(FEB, FEB, "day"))
    told.claim("c3", "recognition/back", "occurred", US, HIM, published=MAR)
    assert stances(told, "stance, since_end") == [("backs", MAR)]


def test_news_counts_before_the_background_of_the_same_text(told):
    told.claim("a", "recognition/withdraw", "occurred", US, HIM, published=MAR, version="v1", ordinal=0)
    told.claim("b", "recognition/recognise", "occurred", US, HIM, published=MAR, version="v1", ordinal=5)
    assert stances(told) == [("withdrew",)]


def test_land_stands_apart_from_the_claimant(told):
    told.claim("c1", "recognition/recognise", "occurred", US, ("RUS",), published=JAN, office="government")
    told.claim("c2", "recognition/refuse", "in_force", US, ("RUS",), published=MAR, office="territory")
    assert stances(told, "matter, stance") == [("claimant", "recognises"), ("land", "refuses")]


def test_each_recogniser_has_a_row_of_its_own(told):
    told.claim("c1", "recognition/back", "occurred", ("RUS", "CHN", "TUR"), ("NAME:Maduro",), published=JAN)
    assert stances(told, "recogniser_id, stance") == [("CHN", "backs"), ("RUS", "backs"), ("TUR", "backs")]
