"""PLOVER's gold standard and the background: how they are counted, and that all of them is."""

from __future__ import annotations

import csv
from typing import Any

import pytest

from tests.golden import background, plover
from tests.golden.plover import Coded, category, covered_categories, crosswalk, summary, table
from tests.golden.test_scoring import event, who
from transforms.extract import SEEDS

ROWS = crosswalk()


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({}, "SANCTION"),
        ({"scope": "international"}, "SANCTION"),
        ({"scope": "domestic"}, "COERCE"),
        ({"status": "threatened"}, "THREATEN"),
        ({"action": "lift", "status": "rejected"}, "REJECT"),
        ({"action": "lift", "status": "planned"}, "AGREE"),
        ({"type": "diplomatic_action", "action": "meet", "mode": "call"}, "CONSULT"),
        ({"type": "diplomatic_action", "action": "vote"}, ""),
        ({"status": "denied"}, ""),
    ],
)
def test_the_row_that_demands_most_gives_the_category(told: dict[str, Any], expected: str) -> None:
    assert category(event(**told), ROWS) == expected


def test_every_row_of_the_crosswalk_is_reached() -> None:
    with (SEEDS / "ontology" / "statuses.csv").open(encoding="utf-8", newline="") as lines:
        statuses = {row["group"]: row["status"] for row in csv.DictReader(lines)}
    for row in ROWS:
        told = event(type=row["type"], action=row["action"], status=row["status"] or statuses[row["status_group"]])
        assert category(told | {"mode": row["mode"] or None}, ROWS) == row["plover"], row


def test_only_the_surest_claim_answers() -> None:
    assert Coded("REJECT", ("REJECT", "CONSULT")).right
    assert not Coded("REJECT", ("CONSULT", "REJECT")).right
    assert not Coded("REJECT", ()).right


def test_what_is_not_ours_counts_in_all_and_not_in_ours() -> None:
    sentences = [Coded("REJECT", ("REJECT",)), Coded("REJECT", ()), Coded("FIGHT", ()), Coded("FIGHT", ("REJECT",))]
    lines = list(summary(sentences, {"REJECT"}))
    assert lines[0] == "all sentences: 1 of 4 right, 0.25; of the 2 answered 0.50"
    assert lines[1] == "categories that our types can give: 1 of 2 right, 0.50; of the 1 answered 1.00"
    whole = list(table(sentences, {"REJECT"}))
    assert whole[1].split() == ["REJECT", "2", "1", "1", "0.50"]
    assert whole[2].split() == ["FIGHT", "2", "1", "0", "0.00", "REJECT", "1", "(not", "ours)"]


@pytest.mark.skipif(not plover.GOLD.exists(), reason="PLOVER's gold standard is not here: ../shared/gold")
def test_all_of_plovers_sentences_are_coded() -> None:
    sentences = plover.coded()
    assert len(sentences) == 322
    assert len({s.gold for s in sentences}) == 18
    assert {name for s in sentences for name in s.ours} <= covered_categories()
    assert sum(s.right for s in sentences if s.ours) > 0.6 * sum(bool(s.ours) for s in sentences)


def test_background_lines_and_share() -> None:
    told = event(confidence=0.5, sentence="The US imposed it.", targets=who())
    found = [{"doc": "b1", "events": [told]}, {"doc": "b2", "events": []}]
    assert list(background.listed(found)) == ["b1  0.50  USA impose/occurred ?: The US imposed it."]
    assert background.silence(found) == "1 of 2 documents gave no event, 0.500; the others 1 events"


@pytest.mark.skipif(not background.DOCUMENTS.exists(), reason="the background is not here: ../shared/corpus")
def test_the_background_stays_nearly_silent() -> None:
    documents = background.found()
    assert len(documents) == 901
    assert sum(not d["events"] for d in documents) > 0.96 * 901
