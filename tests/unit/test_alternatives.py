"""Words that admit two readings: both are told, one preferred by a named rule; what is merely inferred has none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.unit.reading import ids, seed_rows, version
from transforms.alternatives import still_open
from transforms.drafts import Alternative
from transforms.extract import Extractor

RULES = {row["rule"] for row in seed_rows("ontology/reading_rules.csv", "rule")}
FIELDS = {row["field"] for row in seed_rows("ontology/reading_fields.csv", "field")}
SUNDAY = date(2019, 2, 3)


def readings(extractor: Extractor, text: str, day: date | None = None) -> list[tuple[str, str, bool, str, str]]:
    """(field, value, preferred, rule, words) of every reading of a text."""
    read = version(text, day) if day else version(text)
    claims = extractor.extract(read).claims
    return [(r.field, r.value, r.is_preferred, r.rule, r.quote) for claim in claims for r in claim.readings]


def pair(field: str, preferred: str, other: str, rule: str, words: str) -> list[tuple[str, str, bool, str, str]]:
    return [(field, preferred, True, rule, words), (field, other, False, rule, words)]


def both(field: str, values: str, words: str) -> list[tuple[str, str, bool, str, str]]:
    return [(field, value, False, "open_name", words) for value in values.split()]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rwanda imposed sanctions on Congo.", both("target", "COD COG", "Congo")),
        ("Rwanda expelled two Congolese diplomats.", both("target", "COD COG", "Congolese")),
        ("Korea imposed sanctions on Iran.", both("actor", "KOR PRK", "Korea")),
    ],
)
def test_a_name_that_stays_open_may_be_either_and_neither_is_preferred(
    extractor: Extractor, text: str, found: list[tuple[str, str, bool, str, str]]
) -> None:
    assert readings(extractor, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Rwanda imposed sanctions on Congo. Kinshasa was silent.",
        "The Democratic Republic of the Congo protested. Congo expelled two Rwandan diplomats.",
        "South Korea was pleased. Korea imposed sanctions on Iran.",
        "Georgia severed diplomatic relations with Russia.",
        "Congo was quiet. Rwanda imposed sanctions on Mali.",
        "In Congo, Rwanda imposed sanctions on Mali.",
    ],
)
def test_a_name_that_the_article_settles_or_that_takes_no_part_is_not_open(extractor: Extractor, text: str) -> None:
    assert extractor.extract(version(text)).claims
    assert readings(extractor, text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Turkey defended Azerbaijan. It expelled two Armenian diplomats.",
            pair("actor", "TUR", "AZE", "named_first", "It"),
        ),
        (
            "David Cameron, the British prime minister, met Vladimir Putin, the Russian president. He condemned Syria.",
            pair("actor", "GBR", "RUS", "named_first", "He"),
        ),
        (
            "Norway told Sweden that it had expelled two Russian diplomats.",
            pair("actor", "NOR", "SWE", "who_is_told", "it"),
        ),
        (
            "Norway warned Sweden that it would impose sanctions on Syria.",
            pair("actor", "NOR", "SWE", "who_is_told", "it"),
        ),
    ],
)
def test_a_pronoun_for_which_two_were_named_prefers_the_first(
    extractor: Extractor, text: str, found: list[tuple[str, str, bool, str, str]]
) -> None:
    assert readings(extractor, text) == found


@pytest.mark.parametrize(
    "text",
    [
        # One, three, an adjective, a place, an office's state.
        "Turkey protested. It expelled two Armenian diplomats.",
        "Turkey defended Azerbaijan and Kazakhstan. It expelled two Armenian diplomats.",
        "Turkey praised Azerbaijani soldiers. It expelled two Armenian diplomats.",
        "Turkey withdrew its troops from Azerbaijan. It expelled two Armenian diplomats.",
        "Turkey voiced support for Azerbaijan. It expelled two Armenian diplomats.",
        "Turkey quoted the New Zealand prime minister. It expelled two Armenian diplomats.",
        "Turkey defended Azerbaijan. The commissioner urged Armenia to retreat.",
        # Who is acted on does not act; both together are no choice; whom one tells of, not to.
        "Turkey defended Azerbaijan. It expelled two Azerbaijani diplomats.",
        "Turkey defended Azerbaijan. They expelled two Armenian diplomats.",
        "Norway said on Monday that it had expelled two Russian diplomats.",
        "Mrs Merkel, the German chancellor, met Mr Putin, the Russian president. She condemned Syria.",
    ],
)
def test_what_one_alone_or_more_than_two_could_be_has_no_second_reading(extractor: Extractor, text: str) -> None:
    assert extractor.extract(version(text)).claims
    assert readings(extractor, text) == []


def test_another_side_that_the_clause_leaves_out_is_no_reading(extractor: Extractor) -> None:
    text = "Norway, which borders Russia and Sweden, recalled its ambassador."
    assert readings(extractor, text) == []


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        (
            "Norway closes its embassy in Mali on Monday.",
            None,
            pair("date", "2019-01-28", "2019-02-04", "present_tense", "on Monday"),
        ),
        (
            "Norway closed its embassy in Mali last Monday.",
            SUNDAY,
            pair("date", "2019-01-28", "2019-01-21", "which_week", "last Monday"),
        ),
        (
            "Norway will close its embassy in Mali next Saturday.",
            None,
            pair("date", "2019-02-02", "2019-02-09", "which_week", "next Saturday"),
        ),
    ],
)
def test_a_weekday_that_can_be_two_is_both(
    extractor: Extractor, text: str, day: date | None, found: list[tuple[str, str, bool, str, str]]
) -> None:
    assert readings(extractor, text, day) == found


@pytest.mark.parametrize(
    "text",
    [
        "Norway closed its embassy in Mali on Monday.",
        "Norway will close its embassy in Mali on Monday.",
        "Norway has closed its embassy in Mali on Thursday.",
        "Norway closes its embassy in Mali on Thursday.",
        "Norway closed its embassy in Mali last Friday.",
        "Norway will close its embassy in Mali next Tuesday.",
        "Norway will close its embassy in Mali this Saturday.",
        "Norway closes its embassy in Mali on 28 January.",
    ],
)
def test_a_weekday_that_its_clause_or_the_calendar_settles_is_one(extractor: Extractor, text: str) -> None:
    assert extractor.extract(version(text)).claims
    assert readings(extractor, text) == []


def test_words_that_fit_two_frames_are_both_acts(extractor: Extractor) -> None:
    text = "The EU expressed support for the National Transitional Council. Libya was at war."
    back, support = "recognition/back", "diplomatic_action/support_statement"
    assert readings(extractor, text) == pair("action", back, support, "two_frames", "expressed")


@pytest.mark.parametrize(
    "text",
    [
        "Norway called for sanctions against Syria.",
        "Norway rejected sanctions against Syria.",
        "Norway condemned Mali.",
    ],
)
def test_a_call_for_an_act_is_its_status_and_no_second_reading(extractor: Extractor, text: str) -> None:
    assert readings(extractor, text) == []


def test_what_is_preferred_is_what_the_claim_says(extractor: Extractor) -> None:
    text = "Turkey defended Azerbaijan. It expelled two Armenian diplomats. Rwanda imposed sanctions on Congo."
    for claim in extractor.extract(version(text)).claims:
        assert [row.ordinal for row in claim.readings] == list(range(1, len(claim.readings) + 1))
        for row in claim.readings:
            assert row.field in FIELDS and row.rule in RULES
            assert row.quote == text[row.start_char : row.end_char]
            assert row.is_preferred == (row.value in ids(claim, row.field))


def test_an_actor_that_only_a_reading_names_is_among_the_actors(extractor: Extractor) -> None:
    found = extractor.extract(version("Rwanda imposed sanctions on Congo."))
    assert {"COD", "COG"} <= {actor.actor_id for actor in found.actors}


@pytest.mark.parametrize(
    ("one", "holds"),
    [
        (Alternative("actor", "NOR", True, "named_first", 0, 6), True),
        (Alternative("actor", "SWE", False, "named_first", 0, 6), True),
        (Alternative("actor", "SWE", True, "named_first", 0, 6), False),
        (Alternative("actor", "NOR", False, "named_first", 0, 6), False),
        (Alternative("actor", "MLI", False, "named_first", 0, 6), False),
        (Alternative("actor", "NOR", True, "named_first", 70, 76), False),
        (Alternative("date", "2019-01-28", True, "which_week", 0, 6), True),
        (Alternative("date", "2019-01-21", True, "which_week", 0, 6), False),
    ],
)
def test_a_reading_goes_where_its_act_became_another(extractor: Extractor, one: Alternative, holds: bool) -> None:
    """Another telling may have given an act its side or its day; an echo has the words of another sentence."""
    text = "Norway imposed sanctions on Mali on Monday. It rained. Togo was silent."
    (draft,) = extractor.find(version(text)).drafts
    assert still_open(replace(draft, alternatives=(one,))) == ((one,) if holds else ())
