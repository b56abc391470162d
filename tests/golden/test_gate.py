"""The golden gate: open as things are, closed by damage; what it names, counted by hand on small cases."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from demarche import app
from tests.golden.own import golden
from tests.golden.test_scoring import event, who
from transforms.errors import InputError
from transforms.scoring.gate import BASELINE, Change, Drop, compare, measures, read_baseline, told, write_baseline
from transforms.scoring.outcomes import Outcome, outcomes

Events = list[dict[str, Any]]
GOLD: Events = [event(id="e1"), event(id="e2", action="lift", start=200, end=300)]


def of(*documents: tuple[Events, Events]) -> list[Outcome]:
    return outcomes((f"d{number}", *each) for number, each in enumerate(documents))


RIGHT = of((GOLD, GOLD))


@pytest.mark.xdist_group("own")
def test_the_extractor_is_as_good_as_when_it_was_accepted() -> None:
    compared = compare(read_baseline(BASELINE), outcomes(golden()))
    assert compared.ok, "\n".join(told(compared, "make golden"))
    assert compared.events > 400


@pytest.mark.xdist_group("own")
def test_damage_to_a_single_claim_closes_it_and_the_event_is_named() -> None:
    at = next((doc, p[0], g[0]) for doc, p, g in golden() if len(p) == len(g) == 1 and g[0]["status"] == p[0]["status"])
    damaged = [(d, [{**p[0], "status": "denied"}] if d == at[0] else p, g) for d, p, g in golden()]
    compared = compare(read_baseline(BASELINE), outcomes(damaged))
    assert "status" in {drop.measure for drop in compared.drops}
    (change,) = compared.changes
    assert (change.doc, change.event) == (at[0], at[2]["id"])
    assert "status" in change.lost


def test_nothing_changes_between_equals() -> None:
    assert compare(RIGHT, RIGHT).ok
    assert compare(RIGHT, RIGHT).changes == ()


def test_an_event_lost_is_named_once_and_counts_in_every_measure() -> None:
    compared = compare(RIGHT, of((GOLD[:1], GOLD)))
    assert compared.changes == (Change("d0", "e2", "lift/occurred USA -> IRN", ("found",), ()),)
    assert Drop("found", 2, 1) in compared.drops
    assert Drop("measures", 2, 1) in compared.drops


def test_an_invented_claim_is_a_loss_and_one_that_goes_a_gain() -> None:
    more = of(([*GOLD, event(start=500, end=600), event(start=500, end=600)], GOLD))
    compared = compare(RIGHT, more)
    assert compared.drops == (Drop("invented", 0, 2),)
    assert [(c.event, c.lost) for c in compared.changes] == [
        ("+impose@500", ("invented",)),
        ("+impose@500#2", ("invented",)),
    ]
    back = compare(more, RIGHT)
    assert back.ok
    assert {c.gained for c in back.changes} == {("no longer invented",)}


@pytest.mark.parametrize(
    ("damage", "lost"),
    [
        ({"actors": who("IRN"), "targets": who("USA")}, {"sides", "event", "full"}),
        ({"status": "in_force"}, {"status"}),
        ({"date": {"start": "2019-01-30", "end": "2019-01-30", "precision": "day"}}, {"day", "precision"}),
        ({"measures": ["unspecified"]}, {"measures"}),
        ({"start": 1, "end": 101}, {"sentence"}),
        ({"venue": "Oslo"}, set()),
    ],
)
def test_each_aspect_is_its_own_loss(damage: dict[str, Any], lost: set[str]) -> None:
    compared = compare(RIGHT, of(([{**GOLD[0], **damage}, GOLD[1]], GOLD)))
    assert {drop.measure for drop in compared.drops} == lost, "a set without venues was not annotated for them"


def test_what_gold_leaves_empty_and_is_filled_in_counts_as_falsely_given() -> None:
    gold = [{**GOLD[0], "venue": "Oslo"}, GOLD[1]]
    compared = compare(of((gold, gold)), of(([gold[0], {**gold[1], "venue": "Riga"}], gold)))
    assert compared.drops == (Drop("venue falsely given", 0, 1),)
    assert compared.changes[0].lost == ("venue",)


def test_an_optional_event_is_no_outcome_and_answering_it_invents_nothing() -> None:
    optional = event(id="e3", tier="optional", start=700, end=800)
    assert of((GOLD, [*GOLD, optional])) == RIGHT
    assert of(([*GOLD, optional], [*GOLD, optional])) == RIGHT


def test_one_lost_for_one_gained_is_told_and_allowed() -> None:
    compared = compare(of((GOLD[:1], GOLD)), of((GOLD[1:], GOLD)))
    assert compared.ok
    assert [(c.event, c.lost, c.gained) for c in compared.changes] == [
        ("e1", ("found",), ()),
        ("e2", (), ("found",)),
    ]


def test_so_many_as_are_allowed_may_go() -> None:
    worse = of((GOLD[:1], GOLD))
    assert compare(RIGHT, worse, allowed=1).ok
    assert not compare(RIGHT, worse, allowed=0).ok


def test_a_baseline_reads_back_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "b.csv"
    write_baseline(path, RIGHT)
    assert measures(read_baseline(path)) == measures(RIGHT)
    assert compare(read_baseline(path), RIGHT).changes == ()
    path.write_text("a,b\n", encoding="utf-8")
    with pytest.raises(InputError, match="make golden"):
        read_baseline(path)


def test_the_baseline_is_sorted_and_of_our_own_documents() -> None:
    kept = [(o.doc, o.event) for o in read_baseline(BASELINE)]
    assert kept == sorted(set(kept))


def test_the_command_accepts_compares_and_fails(tmp_path: Path, gold_file: Path) -> None:
    baseline = tmp_path / "b.csv"
    command = ["evaluate", str(gold_file), "--against", str(baseline)]
    absent = CliRunner().invoke(app, command)
    assert absent.exit_code == 2
    accepted = CliRunner().invoke(app, [*command, "--accept"])
    assert accepted.exit_code == 0, accepted.output
    good = CliRunner().invoke(app, command)
    assert (good.exit_code, good.output) == (0, "Golden gate: open. 1 gold events, each as in the baseline.\n")
    docs = gold_file.with_name("a.docs.jsonl")
    docs.write_text(docs.read_text(encoding="utf-8").replace("imposed", "praised "), encoding="utf-8")
    bad = CliRunner().invoke(app, command)
    assert bad.exit_code == 1
    assert "  a e1 (impose/occurred FRA -> SYR): lost found" in bad.output.splitlines()
    assert f"--against {baseline} --accept" in bad.output
