"""How the further fields are counted: what gold gives must be found, what it does not give must stay empty."""

from __future__ import annotations

from typing import Any

import pytest

from transforms.scoring.fields import outcome, overlaps, same_words


def event(**fields: Any) -> dict[str, Any]:
    return dict(fields)


def count(comparator: str) -> dict[str, Any]:
    return {"value": 2, "comparator": comparator, "unit": "person"}


@pytest.mark.parametrize(
    ("found", "gold", "same"),
    [
        ("Ine Berg", "Foreign Minister Ine Berg", True),
        ("foreign ministry", "the Norwegian foreign ministry", True),
        ("Berg", "Ine Berg", True),
        ("Norway", "Sweden", False),
        ("", "Norway", False),
    ],
)
def test_a_name_is_the_same_by_its_last_word_or_by_holding_the_other(found: str, gold: str, same: bool) -> None:
    assert same_words(found, gold) is same


def test_a_clause_is_the_same_by_half_of_its_weighty_words() -> None:
    assert overlaps("over its refusal to talk", "its refusal to talk about arms")
    assert not overlaps("over the raid", "over the election")


@pytest.mark.parametrize(
    ("field", "found", "gold", "result"),
    [
        ("venue", event(venue="Oslo"), event(venue="Oslo"), "right"),
        ("venue", event(venue="Oslo"), event(venue="Riga"), "wrong"),
        ("venue", event(), event(venue="Riga"), "empty"),
        ("venue", event(venue="Oslo"), event(), "false"),
        ("venue", event(), event(), None),
        ("attribution.by", event(), event(attribution={"by": "BBC", "mode": "narrator"}), None),
        (
            "quantity",
            event(quantity={"value": 2, "comparator": "eq"}),
            event(quantity={"value": 2, "comparator": "gt"}),
            "wrong",
        ),
    ],
)
def test_outcomes(field: str, found: dict[str, Any], gold: dict[str, Any], result: str | None) -> None:
    assert outcome(field, found, gold) == result
