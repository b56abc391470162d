"""The extractor's view of the vocabulary: what it knows, and what it says of a word it does not know."""

from __future__ import annotations

import pytest

from tests.unit.reading import ONTOLOGY, seed_rows
from transforms.errors import SeedError


def test_it_holds_every_row_of_the_seeds() -> None:
    actions = seed_rows("ontology/actions.csv", "type", "action", "symmetric")
    assert {(row["type"], row["action"]) for row in actions} == ONTOLOGY.actions
    assert {row["action"] for row in actions if row["symmetric"] == "1"} == ONTOLOGY.symmetric
    assert {row["measure"] for row in seed_rows("ontology/measures.csv", "measure")} == ONTOLOGY.measures
    statuses = seed_rows("ontology/statuses.csv", "status", "group")
    assert {row["status"]: row["group"] for row in statuses} == ONTOLOGY.status_group


def test_the_word_for_no_measure_is_a_measure_of_the_vocabulary() -> None:
    assert ONTOLOGY.unspecified_measure in ONTOLOGY.measures


def test_a_known_pair_and_status_pass() -> None:
    ONTOLOGY.check("sanction", "impose", "frames.csv")
    ONTOLOGY.check_status("occurred", "frames.csv")


def test_an_action_of_another_type_is_an_error() -> None:
    with pytest.raises(SeedError) as caught:
        ONTOLOGY.check("recognition", "impose", "frames.csv (slap)")
    remedy = "use one of seeds/ontology/actions.csv"
    assert str(caught.value) == f"unknown action recognition/impose in frames.csv (slap): {remedy}"


def test_an_unknown_status_is_an_error() -> None:
    with pytest.raises(SeedError) as caught:
        ONTOLOGY.check_status("rumoured", "governors.csv (rumour)")
    remedy = "use one of seeds/ontology/statuses.csv"
    assert str(caught.value) == f"unknown status 'rumoured' in governors.csv (rumour): {remedy}"
