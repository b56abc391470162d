"""Who a name of a text is: by what the text says, by who was in office, by the other texts of the surname, or open."""

from __future__ import annotations

import re
from datetime import date
from itertools import permutations

import pytest

from transforms.identities import THRESHOLD, Reader, tie
from transforms.knowledge.folding import fold
from transforms.knowledge.gazetteer import load_gazetteer
from transforms.records import Mention, NamedActor, Naming
from warehouse.reference import SEEDS

READER = Reader.load()
GAZETTEER = load_gazetteer(SEEDS)
DAY = date(2019, 2, 1)


def naming(text: str, name: str, day: date = DAY, *, written: tuple[str, ...] = (), version: str = "v1") -> Naming:
    """What `text` says of the actor that the extractor calls `NAME:<name>`; its states are those of the gazetteer."""
    places = [
        Mention(version, "text", s.start, s.end, text[s.start : s.end], s.actor_ids[0], s.kind)
        for s in GAZETTEER.find(fold(text), day)
        if re.fullmatch("[A-Z]{3}", s.actor_ids[0])
    ]
    return READER.read(text, day, NamedActor(version, f"NAME:{name}", written or (name,)), places)


def identity(*namings: Naming) -> list[str | None]:
    """The identity of each naming, None where it stays open; the blocks are cut by surname as the warehouse does."""
    found = {}
    for surname in {n.surname for n in namings}:
        for tied in tie(n for n in namings if n.surname == surname):
            assert tied.score >= THRESHOLD
            found[tied.version_id, tied.actor_id] = tied.identity_id
    return [found.get((n.version_id, n.actor_id)) for n in namings]


def test_the_date_tells_one_president_maduro_from_the_other():
    text = "Countries recognised President Maduro on Friday."
    assert identity(naming(f"{text} Honduras thanked them.", "Maduro", date(2004, 5, 1))) == ["NAME:Ricardo Maduro"]
    assert identity(naming(f"{text} Venezuela thanked them.", "Maduro", DAY)) == ["NAME:Nicolás Maduro"]


def test_a_state_beside_the_name_that_the_holder_did_not_serve_leaves_it_open():
    assert identity(naming("Honduran President Maduro was recognised.", "Maduro", DAY)) == [None]
    assert identity(naming("Venezuelan President Maduro was recognised.", "Maduro", DAY)) == ["NAME:Nicolás Maduro"]


def test_a_state_that_merely_stands_near_is_not_beside_the_name():
    said = naming("Envoys met in Kuwait. Chung was named.", "Chung", date(2021, 7, 22))
    assert said.states is None


def test_three_kims_in_three_texts_are_three():
    texts = ["Sanctions hit Kim Jong-un.", "Sanctions hit Kim Yo-jong.", "Sanctions hit Sung Kim."]
    found = identity(*(naming(text, "Kim", DAY, version=f"v{n}") for n, text in enumerate(texts)))
    assert found == ["NAME:Kim Jong-un", "NAME:Kim Yo-jong", "NAME:Sung Kim"]


def test_a_bare_kim_beside_three_in_one_text_stays_open():
    text = "Kim Jong-un, Kim Yo-jong and Sung Kim met. North Korea's Kim was sanctioned."
    assert identity(naming(text, "Kim")) == [None]
    assert identity(naming(text, "Kim", written=("Kim Yo-jong",))) == ["NAME:Kim Yo-jong"]


def test_a_bare_kim_of_north_korea_stays_open_where_several_hold_offices():
    assert identity(naming("North Korean leader Kim was sanctioned.", "Kim")) == [None]


def test_spellings_of_one_person_meet():
    texts = [
        "Alexander Lukashenko was sanctioned.",
        "Aleksandr Lukashenko was sanctioned.",
        "Belarusian President Lukashenka was sanctioned.",
    ]
    names = ("Lukashenko", "Lukashenko", "Lukashenka")
    first, _, third = identity(
        *(naming(t, n, version=f"v{i}") for i, (t, n) in enumerate(zip(texts, names, strict=True)))
    )
    assert first == third == "NAME:Alexander Lukashenko"
    assert identity(naming("Abdourahamane Tiani was sanctioned.", "Tiani")) == ["NAME:Abdourahamane Tchiani"]
    quiros = [naming(f"Minister Rodolfo Solano {name} spoke.", name, version=name) for name in ("Quiros", "Quirós")]
    assert identity(*quiros) == ["NAME:Rodolfo Solano Quiros"] * 2


def test_a_person_with_a_row_of_their_own_bears_its_id():
    assert identity(naming("Juan Guaidó was recognised.", "Guaidó", written=("Juan Guaidó",))) == ["NAME:Guaidó"]


def test_initials_titles_and_adjectives_are_no_part_of_a_name():
    text = "Secretary of State Antony J. Blinken spoke."
    assert identity(naming(text, "Blinken", date(2021, 6, 1))) == ["NAME:Antony Blinken"]
    assert identity(naming("Namibian Minister Bernhardt Esau was sanctioned.", "Esau")) == ["NAME:Bernhardt Esau"]


def test_a_full_name_that_the_seeds_lack_counts_for_more_when_told_twice():
    one = naming("Namibian Minister Bernhardt Esau was sanctioned.", "Esau", version="v1")
    two = naming("The sanctions on Bernhardt Esau hold.", "Esau", version="v2")
    (alone,) = tie([one])
    assert [tied.score for tied in tie([one, two])] == [0.85, 0.85]
    assert alone.score == 0.75
    assert {tied.identity_id for tied in tie([one, two])} == {"NAME:Bernhardt Esau"}


def test_the_same_full_name_of_another_state_is_somebody_else():
    one = naming("Namibian Minister John Smith was sanctioned.", "Smith", version="v1")
    two = naming("Australian Minister John Smith was sanctioned.", "Smith", version="v2")
    assert identity(one, two) == [None, None]


@pytest.mark.parametrize("name", ["Special Representatives", "Director", "Ministers", "E.O.", "US"])
def test_offices_groups_and_letters_are_nobody(name):
    assert identity(naming(f"They met {name} on Monday.", name)) == [None]


def test_words_with_a_capital_are_an_identity_only_when_told_twice():
    one = naming("Sanctions hit Matthias Warnig.", "Matthias Warnig", version="v1")
    two = naming("CEO Matthias Warnig was sanctioned.", "CEO Matthias Warnig", version="v2")
    assert identity(one) == [None]
    assert identity(one, two) == ["NAME:Matthias Warnig"] * 2


def test_a_bare_surname_alone_stays_open():
    assert identity(naming("Obscurov was sanctioned.", "Obscurov")) == [None]


def test_a_bare_surname_is_whom_the_news_of_the_same_weeks_and_state_mean():
    full = naming("Namibian Minister Bernhardt Esau was sanctioned.", "Esau", version="v1")
    bare = naming("Namibian Minister Esau protests.", "Esau", date(2019, 2, 10), version="v2")
    late = naming("Namibian Minister Esau protests.", "Esau", date(2019, 8, 1), version="v3")
    other = naming("Angolan Minister Esau protests.", "Esau", version="v4")
    assert identity(full, bare, late, other) == ["NAME:Bernhardt Esau", "NAME:Bernhardt Esau", None, None]


def test_two_of_a_surname_and_state_in_the_same_weeks_leave_a_bare_one_open():
    namings = [
        naming("Namibian Minister Bernhardt Esau was sanctioned.", "Esau", version="v1"),
        naming("Namibian Minister Swamma Esau was sanctioned.", "Esau", version="v2"),
        naming("Namibian Minister Esau protests.", "Esau", version="v3"),
    ]
    assert identity(*namings) == ["NAME:Bernhardt Esau", "NAME:Swamma Esau", None]


def test_a_tie_made_here_ties_nobody_else_and_order_does_not_matter():
    namings = [
        naming("Namibian Minister Bernhardt Esau was sanctioned.", "Esau", version="v1"),
        naming("Namibian Minister Esau protests.", "Esau", date(2019, 2, 14), version="v2"),
        naming("Namibian Minister Esau protests.", "Esau", date(2019, 2, 27), version="v3"),
    ]
    assert identity(*namings) == ["NAME:Bernhardt Esau", "NAME:Bernhardt Esau", None]
    assert len({tuple(tie(order)) for order in permutations(namings)}) == 1
