"""Who speaks for a state on a day: tenures with their grace, one surname borne by two, a spelling of two people."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from transforms.extract import SEEDS
from transforms.knowledge.holders import GRACE, Holders, Tenure, load_holders

BEGUN, ENDED = date(2010, 3, 1), date(2014, 3, 1)


@pytest.fixture(scope="module")
def holders() -> Holders:
    return load_holders(SEEDS)


@pytest.mark.parametrize(
    ("name", "day", "actor"),
    [
        ("Juan Manuel Santos", date(2015, 5, 1), "COL"),
        ("Jeremy Hunt", date(2019, 1, 31), "GBR"),
        ("Nicolas Maduro", date(2019, 1, 31), "VEN"),
        ("Nicolás Maduro", date(2019, 1, 31), "VEN"),
        ("Jeremy Hunt", date(2005, 1, 31), None),
        ("Nobody Whatever", date(2019, 1, 31), None),
    ],
)
def test_office_by_full_name_and_day(holders: Holders, name: str, day: date, actor: str | None) -> None:
    tenure = holders.by_full_name(name, day)
    assert (tenure.actor_id if tenure else None) == actor


def test_an_office_lasts_some_weeks_longer_than_its_term() -> None:
    made = Holders([Tenure("Ann Example", "Example", "AAA", "head_of_state", BEGUN, ENDED)], [])
    inside = (BEGUN, ENDED, BEGUN - GRACE, ENDED + GRACE)
    outside = (BEGUN - GRACE - timedelta(days=1), ENDED + GRACE + timedelta(days=1))
    assert all(made.by_full_name("Ann Example", day) for day in inside)
    assert not any(made.by_full_name("Ann Example", day) for day in outside)


def test_an_open_term_has_no_end() -> None:
    made = Holders([Tenure("Ann Example", "Example", "AAA", "head_of_state", BEGUN, None)], [])
    assert made.by_surname("EXAMPLE", date(2200, 1, 1)) is not None
    assert made.by_surname("Example", date(1990, 1, 1)) is None


def test_a_surname_of_two_states_means_nobody() -> None:
    pair = [
        Tenure("Ann Example", "Example", "AAA", "head_of_state", BEGUN, None),
        Tenure("Bob Example", "Example", "BBB", "head_of_state", BEGUN, None),
    ]
    made = Holders(pair, [])
    assert made.by_surname("Example", ENDED) is None
    found = made.by_full_name("Bob Example", ENDED)
    assert found is not None
    assert found.actor_id == "BBB"


def test_two_of_one_state_mean_the_state() -> None:
    pair = [
        Tenure("Ann Example", "Example", "AAA", "head_of_state", BEGUN, None),
        Tenure("Bob Example", "Example", "AAA", "foreign_minister", BEGUN, None),
    ]
    found = Holders(pair, []).by_surname("Example", ENDED)
    assert found is not None
    assert found.actor_id == "AAA"


def test_a_spelling_of_two_people_is_settled_by_the_day(holders: Holders) -> None:
    for day, person in ((date(1990, 6, 1), "Hafez al-Assad"), (date(2012, 6, 1), "Bashar al-Assad")):
        tenure = holders.by_surname("Assad", day)
        assert tenure is not None
        assert (tenure.person, tenure.actor_id) == (person, "SYR")


def test_george_bush_is_two_presidents_of_one_state(holders: Holders) -> None:
    for day, person in ((date(1990, 6, 1), "George H. W. Bush"), (date(2003, 6, 1), "George W. Bush")):
        tenure = holders.by_full_name("George Bush", day)
        assert tenure is not None
        assert (tenure.person, tenure.actor_id) == (person, "USA")


def test_a_spelling_with_accents_is_the_same_name(holders: Holders) -> None:
    assert holders.by_surname("Lopez Obrador", date(2019, 1, 31)) == holders.by_surname(
        "López Obrador", date(2019, 1, 31)
    )
