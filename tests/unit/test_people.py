"""Introductions: whom a title names, and whether they speak for a state."""

from __future__ import annotations

from datetime import date

import pytest

from tests.unit.reading import THURSDAY
from transforms.article_context import ArticleContext
from transforms.extract import Extractor
from transforms.people import People, surname_of


def people(extractor: Extractor, text: str, day: date = THURSDAY, speaker: str | None = None) -> People:
    return ArticleContext(extractor.knowledge, text, day, speaker).people


def states(extractor: Extractor, text: str, *names: str, speaker: str | None = None) -> list[str | None]:
    known = people(extractor, text, speaker=speaker)
    found = [known.find(name, True) for name in names]
    assert all(found), f"not all introduced: {found}"
    return [person.state for person in found if person]


@pytest.mark.parametrize(
    ("text", "name", "state"),
    [
        ("Fijian Foreign Minister Ana Testina said so.", "Testina", "FJI"),
        ("Fiji's foreign minister, Ana Testina, said so.", "Testina", "FJI"),
        ("Ana Testina, the foreign minister of Fiji, said so.", "Testina", "FJI"),
        ("Ana Testina, Fiji's foreign minister, said so.", "Testina", "FJI"),
        ("In Suva, Prime Minister Ana Testina said so.", "Testina", "FJI"),
        ("Yesterday Ana Testina, Fiji's foreign minister, said so.", "Testina", "FJI"),
        ("President of Fiji Ana Testina said so.", "Testina", "FJI"),
        ("Ambassador to Fiji Ana Testina said so.", "Testina", "FJI"),
    ],
)
def test_a_title_with_a_state_introduces_who_speaks_for_it(
    extractor: Extractor, text: str, name: str, state: str
) -> None:
    assert states(extractor, text, name) == [state]


def test_president_of_ireland_mary_robinson(extractor: Extractor) -> None:
    known = people(extractor, "President of Ireland Mary Robinson spoke in Dublin.", date(1995, 5, 1))
    found = known.find("Robinson", True)
    assert found is not None
    assert (found.name, found.state) == ("Mary Robinson", "IRL")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In Tokyo, Norway's prime minister said so.", "Tokyo"),
        ("On Monday, Norway's prime minister said so.", "Monday"),
        ("In June, the Norwegian prime minister said so.", "June"),
        ("However, the Norwegian prime minister said so.", "However"),
        ("Meanwhile, Norway's prime minister said so.", "Meanwhile"),
    ],
)
def test_a_place_a_day_or_an_adverb_before_a_comma_is_nobody(extractor: Extractor, text: str, words: str) -> None:
    known = people(extractor, text)
    assert not known.is_known(words)
    assert [person.state for _, _, person in known.offices] == ["NOR"]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        # Where somebody is does not say whose they are, once that is known.
        ("In Tokyo, President Barack Obama said so.", "USA"),
        ("In London, Foreign Minister Julie Bishop said so.", "AUS"),
        ("In Tokyo, US Secretary of State John Kerry said so.", "USA"),
        ("In Tokyo, Norway's prime minister, Ana Testina, said so.", "NOR"),
        # The EU's seat is everybody's place.
        ("In Brussels, Prime Minister Ana Testina said so.", None),
        ("In Tokyo, opposition leader Ana Testina said so.", None),
        ("Near Tokyo, Prime Minister Ana Testina said so.", None),
    ],
)
def test_a_place_gives_way_to_what_is_known(extractor: Extractor, text: str, state: str | None) -> None:
    name = next(name for name in ("Obama", "Bishop", "Kerry", "Testina") if name in text)
    found = people(extractor, text, date(2014, 5, 1)).find(name, True)
    assert found is not None
    assert found.state == state


def test_a_private_person_speaks_for_no_state(extractor: Extractor) -> None:
    known = people(extractor, "Fijian opposition leader Ana Testina spoke.")
    found = known.find("Testina", True)
    assert found is not None
    assert (found.name, found.state, found.private) == ("Ana Testina", None, True)
    assert known.by_title("opposition leader") == found


def test_a_former_president_is_private(extractor: Extractor) -> None:
    found = people(extractor, "Former president Ana Testina spoke in Fiji.").find("Testina", True)
    assert found is not None
    assert (found.state, found.private) == (None, True)


def test_a_title_of_two_means_neither(extractor: Extractor) -> None:
    text = "Opposition leader Ana Testina met opposition leader Bob Provino."
    assert people(extractor, text).by_title("opposition leader") is None


def test_guaido_with_and_without_his_accent_is_one_person(extractor: Extractor) -> None:
    known = people(extractor, "Venezuela’s opposition leader Juan Guaidó spoke.")
    assert known.find("Guaidó", True) == known.find("Guaido", True)
    assert known.is_known("GUAIDO")


def test_in_a_release_of_its_own_an_official_is_the_speakers(extractor: Extractor) -> None:
    text = "Acting Assistant Secretary Ana Testina travelled."
    assert states(extractor, text, "Testina", speaker="USA") == ["USA"]
    assert states(extractor, text, "Testina") == [None]


def test_another_first_name_is_another_person(extractor: Extractor) -> None:
    known = people(extractor, "Fijian Foreign Minister Ana Testina spoke.")
    assert known.find("Bob Testina", False) is None
    assert known.find("Ana Testina", False) == known.find("Testina", False)


def test_who_is_nobodys_acquaintance_is_not_found(extractor: Extractor) -> None:
    assert people(extractor, "It rained.").find("Testina", True) is None


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Juan Guaidó", "Guaidó"),
        ("Bashar al-Assad", "Assad"),
        ("Assad", "Assad"),
        ("Ban Ki-moon", "Ki-moon"),
        ("", ""),
        ("Benedict XVI", "Benedict"),
        ("Tupou VI", "Tupou"),
        ("Malcolm X", "Malcolm"),
        ("XVI", "XVI"),
        ("Ana Ivi", "Ivi"),
    ],
)
def test_surname(name: str, surname: str) -> None:
    assert surname_of(name) == surname
