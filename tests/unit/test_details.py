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


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("Russia and China held talks with Mr Sarkozy in Paris on Monday.", "Paris"),
        ("Norway will host a conference on Syria in Oslo on Monday.", "Oslo"),
        ("Norway criticised Chad at a summit in Caracas on Monday.", "Caracas"),
        ("In Tokyo, Norway's prime minister condemned Chad.", "Tokyo"),
        ("Norway closed its embassy in Damascus.", "Damascus"),
        ("Norway's foreign minister flew to Kiev for talks with Ukraine.", "Kiev"),
        ("Norway and Chad signed a treaty in the Nigerian capital.", "Nigerian capital"),
        ("Russia and China met in Brussels on Monday.", "Brussels"),
        ("Russia and China met in the resort of Sochi on Monday.", "Sochi"),
        ("The ministers of Norway, meeting in Riga, condemned Chad.", "Riga"),
        ("Russia and China met in February.", None),
        ("Norway imposed sanctions on the government in Caracas.", None),
        ("Norway's prime minister visited Chad.", None),
    ],
)
def test_a_venue_is_the_place_of_the_occasion(extractor: Extractor, text: str, venue: str | None) -> None:
    assert only(extractor, text).event.venue == venue


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "Norway imposed sanctions on Iran over its refusal to halt enrichment.",
            "over its refusal to halt enrichment",
        ),
        ("Norway expelled two Iranian diplomats in response to the attack.", "in response to the attack"),
        ("Norway recalled its ambassador to Iran because of the violence.", "because of the violence"),
        ("Norway condemned Iran for recognising Abkhazia.", "for recognising Abkhazia"),
        (
            "Norway severed relations with Iran after a crowd had stormed its embassy.",
            "after a crowd had stormed its embassy",
        ),
        ("Norway severed relations with Iran, accusing it of hostile acts.", "accusing it of hostile acts"),
        (
            "Norway will not recognise Kosovo because the declaration was unlawful.",
            "because the declaration was unlawful",
        ),
        ("Norway imposed sanctions on nine officials accused of corruption.", "accused of corruption"),
        ("Norway recalled its ambassador to Iran in protest.", None),
        ("Norway severed relations with Iran after a meeting of ministers.", None),
        ("Norway severed relations with Iran two days after Chad had recognised Kosovo.", None),
        ("Norway severed relations with Iran over the issue.", None),
        ("Norway imposed sanctions on Iran.", None),
    ],
)
def test_a_reason_keeps_its_words(extractor: Extractor, text: str, reason: str | None) -> None:
    told = [c.event for c in extractor.extract(version(text)).claims]
    assert told[0].reason == reason


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Norway recognised Kosovo as an independent state.", "state"),
        ("Norway recognised Jerusalem as the capital of Israel.", "capital"),
        ("Norway recognised the Taliban as the government of Afghanistan.", "government"),
        ("Norway recognised the Golan Heights as part of Israel.", "territory"),
        ("Norway recognised opposition leader Juan Guaidó as interim president.", "office_holder"),
        ("Opposition leader Juan Guaidó declared himself interim president.", "office_holder"),
    ],
)
def test_what_is_recognised(extractor: Extractor, text: str, office: str) -> None:
    assert only(extractor, text).event.office == office


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Norway's prime minister held talks with Chad in Geneva.", "in_person"),
        ("Norway's prime minister spoke by telephone to the president of Chad.", "call"),
        ("Norway's prime minister visited Chad.", "visit"),
        ("Norway held talks with Chad.", None),
    ],
)
def test_how_they_met(extractor: Extractor, text: str, mode: str | None) -> None:
    assert only(extractor, text).event.mode == mode


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Norway imposed sanctions on 18 Venezuelans.", ("VEN",)),
        ("Norway imposed sanctions on five Russian banks.", ("RUS",)),
        ("Norway imposed sanctions on key figures in Venezuela's government.", ("VEN",)),
        ("Norway imposed sanctions on Eritrea.", ()),
    ],
)
def test_the_state_of_an_unnamed_group_is_concerned(extractor: Extractor, text: str, about: tuple[str, ...]) -> None:
    assert ids(only(extractor, text), "about") == about


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Norway expelled 60 Russians.", [(60, "eq", "person")]),
        ("Norway imposed sanctions on 18 Venezuelans.", [(18, "eq", "person")]),
        ("Norway imposed sanctions on seven of Iran's officials.", [(7, "eq", "person")]),
        ("The four countries broke off relations with Qatar.", []),
    ],
)
def test_peoples_are_counted_and_those_named_before_are_not(
    extractor: Extractor, text: str, counts: list[tuple[float, str, str]]
) -> None:
    assert [(q.value, q.comparator, q.unit) for q in only(extractor, text).quantities] == counts


@pytest.mark.parametrize(
    ("text", "words", "deadline"),
    [
        (
            "Norway threatened to impose sanctions on Sudan if the fighting does not end within 48 hours.",
            "if the fighting does not end within 48 hours",
            date(2019, 2, 2),
        ),
        (
            "Norway has given Sudan ten days to hold elections or face sanctions.",
            "ten days to hold elections",
            date(2019, 2, 10),
        ),
    ],
)
def test_a_time_that_is_given_ends_in_a_deadline(extractor: Extractor, text: str, words: str, deadline: date) -> None:
    conditions = {(q.text, q.deadline) for c in extractor.extract(version(text)).claims for q in c.conditions}
    assert conditions == {(words, deadline)}


@pytest.mark.parametrize(
    "text",
    [
        "North Korea threatens war if Norway imposes sanctions on it.",
        "Norway's sanctions on Eritrea remain in force until 15 September.",
        "Norway expelled the Dutch ambassador and gave him 72 hours to leave.",
    ],
)
def test_no_condition_of_the_act(extractor: Extractor, text: str) -> None:
    told = [
        c
        for c in extractor.extract(version(text)).claims
        if c.event.type == "sanction" or c.event.action == "expel_diplomat"
    ]
    assert [c.conditions for c in told] == [()] * len(told)
    assert told


@pytest.mark.parametrize(
    ("text", "actors", "proposers"),
    [
        ("Canada urged the EU to impose sanctions on Iran.", ("EU",), ("CAN",)),
        ("Canada will urge the EU to consider imposing sanctions on Iran.", ("EU",), ("CAN",)),
        ("Canada proposed that the EU should impose sanctions on Iran.", ("EU",), ("CAN",)),
        ("Canada called for sanctions against Iran.", (), ("CAN",)),
        ("Russia and China met in Geneva at Canada's request.", ("RUS", "CHN"), ("CAN",)),
        ("Canada plans to impose sanctions on Iran.", ("CAN",), ()),
        ("Canada imposed sanctions on Iran.", ("CAN",), ()),
    ],
)
def test_who_puts_it_forward(
    extractor: Extractor, text: str, actors: tuple[str, ...], proposers: tuple[str, ...]
) -> None:
    told = [c for c in extractor.extract(version(text)).claims if c.event.action in ("impose", "meet")]
    assert [(ids(c, "actor"), ids(c, "proposer")) for c in told] == [(actors, proposers)]
