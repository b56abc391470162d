"""Measures, counts with their comparators, conditions with their deadlines, venues, and whom it concerns."""

from __future__ import annotations

from datetime import date

import pytest

from tests.unit.reading import ids, version
from transforms.extract import Extractor
from transforms.records import Claim


def only(extractor: Extractor, text: str) -> Claim:
    (claim,) = extractor.extract(version(text)).claims
    return claim


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Norway imposed an arms embargo on Eritrea.", ["arms_embargo"]),
        ("Norway imposed an arms embargo and a travel ban on Eritrea.", ["arms_embargo", "travel_ban"]),
        ("Norway imposed a trade embargo on Eritrea.", ["trade_ban"]),
        ("Norway imposed an asset freeze on Eritrea.", ["asset_freeze"]),
        ("Norway imposed sanctions on Eritrea.", ["unspecified"]),
    ],
)
def test_measures_are_those_that_the_text_names(extractor: Extractor, text: str, measures: list[str]) -> None:
    assert [m.measure for m in only(extractor, text).measures] == measures


def test_only_sanctions_have_measures_and_a_scope(extractor: Extractor) -> None:
    claim = only(extractor, "Norway recognised Kosovo.")
    assert claim.measures == ()
    assert claim.event.scope is None
    assert only(extractor, "Norway imposed sanctions on Eritrea.").event.scope == "international"


@pytest.mark.parametrize(
    ("words", "value", "comparator"),
    [
        ("two", 2, "eq"),
        ("60", 60, "eq"),
        ("at least 10", 10, "gt"),
        ("more than 20", 20, "gt"),
        ("fewer than 10", 10, "lt"),
        ("around 10", 10, "about"),
        ("about 30", 30, "about"),
    ],
)
def test_counts_keep_their_comparator(extractor: Extractor, words: str, value: float, comparator: str) -> None:
    claim = only(extractor, f"Turkey expelled {words} Dutch diplomats.")
    assert [(q.value, q.comparator, q.unit) for q in claim.quantities] == [(value, comparator, "person")]


def test_counted_states(extractor: Extractor) -> None:
    claim = only(extractor, "More than 20 countries recognised Kosovo.")
    assert [(q.value, q.comparator, q.unit) for q in claim.quantities] == [(20, "gt", "country")]


def test_a_day_or_a_year_is_no_count(extractor: Extractor) -> None:
    assert only(extractor, "Turkey expelled Dutch diplomats on 10 January 2019.").quantities == ()


@pytest.mark.parametrize(
    ("text", "words", "deadline"),
    [
        ("Norway will recognise Kosovo if Serbia withdraws.", "if Serbia withdraws", None),
        (
            "Norway will recognise Kosovo unless Serbia withdraws by Sunday.",
            "unless Serbia withdraws by Sunday",
            date(2019, 2, 3),
        ),
        (
            "The United States will lift sanctions on Sudan if it holds elections by 7 February.",
            "if it holds elections by 7 February",
            date(2019, 2, 7),
        ),
    ],
)
def test_a_condition_keeps_its_words_its_place_and_its_deadline(
    extractor: Extractor, text: str, words: str, deadline: date | None
) -> None:
    (condition,) = only(extractor, text).conditions
    assert (condition.text, condition.deadline) == (words, deadline)
    assert text[condition.start_char : condition.end_char] == words


def test_an_act_without_a_condition_has_none(extractor: Extractor) -> None:
    assert only(extractor, "Norway recognised Kosovo by a vote on Monday.").conditions == ()


def test_the_state_of_a_firm_is_concerned(extractor: Extractor) -> None:
    claim = only(extractor, "Norway imposed sanctions on Venezuela's state oil company PDVSA.")
    assert (ids(claim, "target"), ids(claim, "about")) == (("NAME:PDVSA",), ("VEN",))


def test_where_they_met(extractor: Extractor) -> None:
    claim = only(extractor, "Russia and China met in Geneva.")
    assert claim.event.venue == "Geneva"
