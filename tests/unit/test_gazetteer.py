"""Spellings found in a text: the longest first, on their days, ambiguous ones left open or settled by the article."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.unit.reading import THURSDAY
from transforms.article_context import settle
from transforms.errors import SeedError
from transforms.extract import SEEDS, Extractor
from transforms.knowledge.folding import fold
from transforms.knowledge.gazetteer import Alias, Gazetteer, Named, load_gazetteer


@pytest.fixture(scope="session")
def gazetteer(extractor: Extractor) -> Gazetteer:
    return extractor.knowledge.gazetteer


def found(gazetteer: Gazetteer, text: str, day: date = THURSDAY) -> list[tuple[str, tuple[str, ...]]]:
    """(the text's own characters, identifiers) of every spelling in `text`."""
    return [(text[s.start : s.end], s.actor_ids) for s in gazetteer.find(fold(text), day)]


def settled(gazetteer: Gazetteer, text: str) -> list[tuple[str, ...]]:
    return [span.actor_ids for span in settle(gazetteer.find(fold(text), THURSDAY), gazetteer)]


def test_the_longest_spelling_wins(gazetteer: Gazetteer) -> None:
    assert found(gazetteer, "South Georgia and the South Sandwich Islands") == [
        ("South Georgia and the South Sandwich Islands", ("SGS",))
    ]
    assert found(gazetteer, "North Macedonia met South Korea") == [
        ("North Macedonia", ("MKD",)),
        ("South Korea", ("KOR",)),
    ]


def test_a_spelling_is_a_whole_word(gazetteer: Gazetteer) -> None:
    assert found(gazetteer, "Iranistan, Chadwick and the Omani-born") == [("Omani", ("OMN",))]


@pytest.mark.parametrize(
    ("word", "actors"),
    [("Georgia", ("GEO", "US-GA")), ("Congo", ("COD", "COG")), ("Korea", ("KOR", "PRK"))],
)
def test_a_name_of_two_stays_open_by_itself(gazetteer: Gazetteer, word: str, actors: tuple[str, ...]) -> None:
    assert found(gazetteer, f"{word} signed.") == [(word, actors)]
    assert settled(gazetteer, f"{word} signed.") == [actors]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Georgia and Russia met.", [("GEO",), ("RUS",)]),
        ("Brazzaville protested. Congo signed.", [("COG",), ("COG",)]),
        ("North Korea signed. Korea has refused.", [("PRK",), ("PRK",)]),
        # Two states of one name: nothing in the article decides.
        ("Korea and Japan met.", [("KOR", "PRK"), ("JPN",)]),
        ("North Korea and South Korea met. Korea signed.", [("PRK",), ("KOR",), ("KOR", "PRK")]),
    ],
)
def test_the_article_settles_it_where_it_can(gazetteer: Gazetteer, text: str, expected: list[tuple[str, ...]]) -> None:
    assert settled(gazetteer, text) == expected


def test_an_alias_holds_on_its_days_only() -> None:
    actors = {key: Named(key, key, "state", key) for key in ("OLD", "NEW")}
    aliases = [
        Alias("Freedonia", "OLD", "name", None, date(1999, 12, 31)),
        Alias("Freedonia", "NEW", "name", date(2000, 1, 1), None),
        Alias("Old Freedonia", "OLD", "name", date(1990, 1, 1), date(1990, 12, 31)),
    ]
    small = Gazetteer(actors, aliases, {})
    assert found(small, "Freedonia", date(1999, 12, 31)) == [("Freedonia", ("OLD",))]
    assert found(small, "Freedonia", date(2000, 1, 1)) == [("Freedonia", ("NEW",))]
    # Outside its days the longer spelling gives way to the shorter one inside it.
    assert found(small, "Old Freedonia", date(1990, 6, 1)) == [("Old Freedonia", ("OLD",))]
    assert found(small, "Old Freedonia", date(2005, 6, 1)) == [("Freedonia", ("NEW",))]


def test_a_dated_alias_of_the_seeds(gazetteer: Gazetteer) -> None:
    dated = [a for aliases in gazetteer._by_text.values() for a in aliases if a.valid_from and a.valid_from.year > 1950]
    assert dated, "seeds/aliases.csv holds dated aliases"
    alias = min(dated, key=lambda a: a.text)
    assert alias.valid_from is not None
    assert alias.holds_on(alias.valid_from)
    assert not alias.holds_on(date(alias.valid_from.year - 1, 1, 1))


def test_offsets_hold_on_accented_text(gazetteer: Gazetteer) -> None:
    text = "Nicolás Maduro a visité la Côte d’Ivoire, São Tomé and Príncipe — then Türkiye."
    assert found(gazetteer, text) == [
        ("Côte d’Ivoire", ("CIV",)),
        ("São Tomé and Príncipe", ("STP",)),
        ("Türkiye", ("TUR",)),
    ]


def test_the_possessive_stands_outside_the_name(gazetteer: Gazetteer) -> None:
    assert found(gazetteer, "Russia’s envoy and Venezuela's oil") == [("Russia", ("RUS",)), ("Venezuela", ("VEN",))]


def test_dotted_abbreviations(gazetteer: Gazetteer) -> None:
    assert found(gazetteer, "The U.S. envoy met the U.N. envoy.") == [("U.S.", ("USA",)), ("U.N.", ("UN",))]
    assert found(gazetteer, "He came from the U.S.") == [("U.S.", ("USA",))]
    assert found(gazetteer, "the US and the EU") == [("US", ("USA",)), ("EU", ("EU",))]


def test_us_in_small_letters_is_a_pronoun(gazetteer: Gazetteer) -> None:
    assert found(gazetteer, "they told us so") == []


def test_adjectives_and_peoples_are_told_apart_from_names(gazetteer: Gazetteer) -> None:
    kinds = [(s.kind, s.actor_ids) for s in gazetteer.find("Russia, Russian, Russians", THURSDAY)]
    assert kinds == [("name", ("RUS",)), ("adjective", ("RUS",)), ("demonym", ("RUS",))]


def test_nobody_has_no_name(gazetteer: Gazetteer) -> None:
    assert gazetteer.name("FRA") == "France"
    assert gazetteer.name("OPEN:several countries") is None


def test_an_alias_of_nobody_is_an_error(tmp_path: Path) -> None:
    for name in ("countries.csv", "bodies.csv", "entities.csv"):
        shutil.copy(SEEDS / name, tmp_path / name)
    (tmp_path / "aliases.csv").write_text("alias,actor_id,kind,valid_from,valid_to\nAtlantis,ATL,name,,\n")
    with pytest.raises(SeedError) as caught:
        load_gazetteer(tmp_path)
    assert str(caught.value) == "alias 'Atlantis' of unknown actor 'ATL' in aliases.csv: add the actor first"
