"""Our scorer: small cases counted by hand, and the same figures as the reference scorer where that is at hand."""

from __future__ import annotations

import copy
import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from transforms.scoring.tally import GROUPS, Tally, date_ok, is_dated, pair, prf, role_hits, same_actor, who_ok

GOLD = Path(__file__).resolve().parents[3] / "shared" / "gold"
REFERENCE = GOLD / "score.py"


def event(**other: Any) -> dict[str, Any]:
    """The US imposing an asset freeze on Iran, told in characters 0 to 100; `other` overrides."""
    return {
        "tier": "core",
        "type": "sanction",
        "action": "impose",
        "status": "occurred",
        "actors": [{"name": "the US", "id": "USA"}],
        "targets": [{"name": "Iran", "id": "IRN"}],
        "date": {"start": None, "end": "2019-01-31", "precision": "before"},
        "measures": ["asset_freeze"],
        "start": 0,
        "end": 100,
        **other,
    }


def who(*identifiers: str) -> list[dict[str, str]]:
    return [{"name": i, "id": i} for i in identifiers]


def figures(predicted: list[dict[str, Any]], gold: list[dict[str, Any]]) -> dict[str, Any]:
    tally = Tally()
    tally.add(predicted, gold)
    return tally.figures()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("USA", "USA", True),
        ("USA", "GBR", False),
        ("LIMA_GROUP", "Lima Group", True),
        ("NAME:Guaidó", "NAME:Juan Guaido", True),
        ("NAME:Juan Guaidó", "NAME:Juan Santos", False),
        ("NAME:Ivan", "OPEN:Ivan", False),
        ("OPEN:several Latin American countries", "OPEN:Latin American countries", True),
        ("OPEN:several countries", "OPEN:several firms", False),
        ("OPEN:more than 20", "OPEN:some others", False),
    ],
)
def test_two_spellings_of_one_actor(one: str, other: str, same: bool) -> None:
    assert same_actor(one, other) is same
    assert same_actor(other, one) is same


@pytest.mark.parametrize(
    ("predicted", "gold", "right"),
    [
        ((), (), True),
        (("USA",), (), False),
        ((), ("USA",), False),
        (("USA",), ("USA", "GBR"), True),
        (("USA",), ("USA", "GBR", "FRA"), False),
        (("USA", "GBR", "DEU"), ("USA", "GBR"), True),
        (("USA", "DEU"), ("USA",), False),
        (("OPEN:some firms", "OPEN:two firms", "USA"), ("USA", "OPEN:firms"), True),
    ],
)
def test_a_role_is_right_from_two_thirds_and_a_half(
    predicted: tuple[str, ...], gold: tuple[str, ...], right: bool
) -> None:
    assert role_hits(who(*predicted), who(*gold)).ok is right


def test_the_sides_of_a_meeting_are_compared_together() -> None:
    gold = event(action="meet", actors=who("USA", "CUB"), targets=[])
    assert who_ok(event(action="meet", actors=who("USA"), targets=who("CUB")), gold)
    assert not who_ok(event(actors=who("USA"), targets=who("CUB")), event(actors=who("USA", "CUB"), targets=[]))


def test_a_day_that_the_text_gives_must_be_right_and_none_may_be_invented() -> None:
    day = event(date={"start": "2019-01-28", "end": "2019-01-28", "precision": "day"})
    assert is_dated(day)
    assert not is_dated(event())
    assert not is_dated(event(status="announced", date={"start": "2019-01-31", "end": None, "precision": "after"}))
    assert date_ok(event(date={"start": "2019-01-28", "end": None, "precision": "day"}), day)
    assert not date_ok(event(), day)
    assert not date_ok(day, event())
    assert date_ok(event(date={"precision": "unknown"}), event())


def test_precision_recall_and_f1() -> None:
    assert prf(3, 1, 3) == {"p": 0.75, "r": 0.5, "f1": 0.6}
    assert prf(0, 0, 0) == {"p": 0.0, "r": 0.0, "f1": 0.0}


def test_all_right_is_one_throughout() -> None:
    found = figures([event()], [event()])
    assert found["detect"] == found["event"] == found["full"] == {"p": 1.0, "r": 1.0, "f1": 1.0}
    assert found["accuracy"] == {"action": 1.0, "status": 1.0, "group": 1.0, "date": 1.0, "dated": 0.0}
    assert (found["actors"], found["targets"], found["measures"], found["status_macro"]) == (1.0, 1.0, 1.0, 1.0)
    assert found["by_type"] == {"sanction": {"p": 1.0, "r": 1.0, "f1": 1.0}}


def test_each_level_asks_for_more() -> None:
    wrong_target = event(targets=who("SYR"))
    threatened = event(status="threatened")
    assert [figures([wrong_target], [event()])[k]["f1"] for k in ("detect", "event", "full")] == [1.0, 0.0, 0.0]
    assert [figures([threatened], [event()])[k]["f1"] for k in ("detect", "event", "full")] == [1.0, 1.0, 0.0]
    same_group = event(status="in_force")
    assert [figures([same_group], [event()])[k]["f1"] for k in ("detect", "event", "full")] == [1.0, 1.0, 1.0]
    assert figures([same_group], [event()])["accuracy"]["status"] == 0.0


def test_one_right_one_too_many_one_missed() -> None:
    extra, missed = event(start=500, end=600), event(start=300, end=400)
    found = figures([event(), extra], [event(), missed])
    assert found["detect"] == {"p": 0.5, "r": 0.5, "f1": 0.5}
    assert found["counts"] == {"documents": 1, "negative": 0, "core": 2, "matched": 1, "dated": 0, "unreal": 0}


def test_an_optional_event_costs_nothing_missed_or_found() -> None:
    optional = event(tier="optional", start=300, end=400)
    for predicted in ([event()], [event(), event(start=300, end=400, action="lift")]):
        assert figures(predicted, [event(), optional])["event"] == {"p": 1.0, "r": 1.0, "f1": 1.0}


@pytest.mark.parametrize(
    ("start", "end", "matches"), [(0, 100, True), (75, 100, True), (76, 100, False), (0, 400, True), (0, 401, False)]
)
def test_a_quarter_of_both_together_must_be_common(start: int, end: int, matches: bool) -> None:
    assert bool(pair([event(start=start, end=end)], [event()]).pairs) is matches


def test_the_title_and_the_text_are_two_places() -> None:
    assert pair([event(**{"in": "title"})], [event()]).pairs == []


def test_the_best_agreement_is_taken_first() -> None:
    lift, impose = event(action="lift"), event()
    pairing = pair([lift, impose], [event(action="impose"), event(action="lift")])
    assert [(p["action"], g["action"]) for p, g in pairing.pairs] in (
        [("impose", "impose"), ("lift", "lift")],
        [("lift", "lift"), ("impose", "impose")],
    )


def test_what_is_given_out_as_done_and_was_not() -> None:
    gold = [event(status="threatened"), event(status="denied", start=200, end=300)]
    found = figures([event(), event(status="denied", start=200, end=300)], gold)
    assert found["false_actual"] == 0.5
    # contingent: 0 of 1 found; negated: 1 of 1.
    assert found["status_macro"] == 0.5


def test_quiet_counts_documents_that_hold_nothing() -> None:
    tally = Tally()
    tally.add([], [])
    tally.add([event()], [])
    assert tally.figures()["quiet"] == 0.5
    assert tally.figures()["counts"]["negative"] == 2


# Against the reference.


def reference() -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference_score", REFERENCE)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _events(name: str) -> dict[str, list[dict[str, Any]]]:
    lines = (GOLD / name).read_text(encoding="utf-8").splitlines()
    return {row["doc"]: row["events"] for row in map(json.loads, filter(str.strip, lines))}


def mangled(gold: dict[str, list[dict[str, Any]]], seed: int) -> dict[str, list[dict[str, Any]]]:
    """Predictions made of the gold by dropping, doubling, moving and changing events, the same for the same seed."""
    chance = random.Random(seed)
    every = [e for events in gold.values() for e in events]
    made: dict[str, list[dict[str, Any]]] = {}
    for doc, events in gold.items():
        kept = [copy.deepcopy(e) for e in events if chance.random() > 0.2]
        kept += [copy.deepcopy(chance.choice(every)) for _ in range(chance.choice((0, 0, 0, 1, 2)))]
        for found in kept:
            _change(found, chance, every)
        chance.shuffle(kept)
        made[doc] = kept
    return made


def _change(found: dict[str, Any], chance: random.Random, every: list[dict[str, Any]]) -> None:
    donor = chance.choice(every)
    if chance.random() < 0.3:
        found["status"] = chance.choice(sorted(GROUPS))
    for key in ("action", "actors", "targets", "date"):
        if chance.random() < 0.15:
            found[key] = copy.deepcopy(donor[key])
    if chance.random() < 0.15:
        found["actors"], found["targets"] = found["targets"], found["actors"]
    if chance.random() < 0.2:
        shift = chance.randint(-90, 90)
        found["start"], found["end"] = max(0, found["start"] + shift), max(1, found["end"] + shift)
    if chance.random() < 0.1:
        found["measures"] = ["travel_ban"]
    if chance.random() < 0.05:
        found["in"] = "title"
    if chance.random() < 0.1:
        found["date"] = None


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference scorer is not here: ../shared/gold/score.py")
@pytest.mark.parametrize("name", ["dev.gold.jsonl", "dev-rec.gold.jsonl", "dev-mod.gold.jsonl"])
@pytest.mark.parametrize("seed", [1, 7, 31, 2019])
def test_the_figures_are_the_references(name: str, seed: int) -> None:
    gold = _events(name)
    predicted = mangled(gold, seed)
    tally = Tally()
    for doc, events in gold.items():
        tally.add(predicted[doc], events)
    shaped = [{doc: {"events": events} for doc, events in docs.items()} for docs in (gold, predicted)]
    expected = reference().score(*shaped)
    assert tally.figures() == expected
    assert 0 < expected["full"]["f1"] < expected["detect"]["f1"] < 1, "the mangling leaves something right and wrong"
