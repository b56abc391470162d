"""What a text says became of a deadline; what is only feared, planned or denied says nothing."""

from __future__ import annotations

from datetime import date

import pytest

from tests.unit.reading import version
from transforms.extract import Extractor

TUESDAY = date(2019, 2, 5)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("The deadline that France and Spain set Nicolas Maduro expired on Sunday.", "lapsed"),
        ("The EU's deadline for Iran passed without an answer.", "lapsed"),
        ("Serbia ignored the ultimatum of the EU.", "lapsed"),
        ("Serbia let the deadline pass.", "lapsed"),
        ("France recognised the council after Syria had missed the deadline.", "lapsed"),
        ("The ultimatum was ignored by Serbia.", "lapsed"),
        ("A deadline set by the Arab League for Syria ran out on Friday.", "lapsed"),
        ("Georgia attacks the rebels after an ultimatum expires.", "lapsed"),
        ("Iran complied with the ultimatum.", "met"),
        ("Libya met the deadline of the Security Council.", "met"),
        ("Russia extended the deadline to Friday.", "extended"),
        ("The EU pushed back the deadline for Britain until 31 October.", "extended"),
        ("The deadline was extended by the Arab League.", "extended"),
    ],
)
def test_what_became_of_a_deadline_is_noticed(extractor: Extractor, text: str, outcome: str) -> None:
    assert [notice.outcome for notice in extractor.extract(version(text, TUESDAY)).clock_notices] == [outcome]


@pytest.mark.parametrize(
    "text",
    [
        "If the deadline passes, France will recognise the council.",
        "The deadline expires on Sunday.",
        "The deadline would expire on Sunday.",
        "The deadline has not passed.",
        "Syria did not ignore the ultimatum.",
        "France said it would recognise him before the deadline expired.",
        "France will act when the deadline passes.",
        "Russia refused to extend the deadline.",
        "Georgia will attack after the ultimatum expires.",
        "Serbia could ignore the ultimatum.",
        "Iran denied that it had missed the deadline.",
        "Will Iran miss the deadline?",
        "The Arab League set a deadline for Syria.",
        "Russia failed to meet the deadline.",
        "Iran wants the deadline to be extended.",
    ],
)
def test_what_is_not_told_as_done_is_no_notice(extractor: Extractor, text: str) -> None:
    assert extractor.extract(version(text, TUESDAY)).clock_notices == ()


def test_a_notice_names_whose_clock_it_is_who_had_to_act_and_when(extractor: Extractor) -> None:
    text = "Troops stood by. A deadline set by the Arab League for Syria ran out on Sunday."
    found = extractor.extract(version(text, TUESDAY))
    (notice,) = found.clock_notices
    assert (notice.day_start, notice.day_end, notice.day_precision) == (date(2019, 2, 3), date(2019, 2, 3), "day")
    assert text[notice.start_char : notice.end_char] == notice.quote
    assert {(one.role, one.actor_id) for one in found.clock_notice_actors} == {
        ("setter", "ARAB_LEAGUE"), ("addressee", "SYR"),
    }  # fmt: skip


def test_the_new_day_of_an_extended_deadline_is_kept_apart_from_the_day_of_the_act(extractor: Extractor) -> None:
    (notice,) = extractor.extract(
        version("Russia extended the deadline for Ukraine to 12 February on Monday.", TUESDAY)
    ).clock_notices
    assert notice.new_deadline == date(2019, 2, 12)
    assert notice.day_start == date(2019, 2, 4)
