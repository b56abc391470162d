"""Tables by action, type and status and by kind of error: small cases counted by hand, and the command."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from demarche import app
from tests.golden.breakdown import By, Error, by_value, commonest, errors_of, errors_table
from tests.golden.test_scoring import event, who
from transforms.scoring.tally import Pairing, pair

LIFT = {"action": "lift", "start": 200, "end": 300}


def paired(predicted: list[dict[str, Any]], gold: list[dict[str, Any]]) -> Pairing:
    return pair(predicted, gold)


def rows(lines: Iterator[str]) -> dict[str, list[str]]:
    return {line.split()[0]: line.split()[1:] for line in lines}


def test_a_row_an_action_with_precision_and_recall() -> None:
    pairings = [
        paired([event(), event(**LIFT, targets=who("SYR"))], [event(), event(**LIFT)]),
        paired([event(), event(start=500, end=600)], [event(action="tighten")]),
        paired([event(**LIFT)], [event(**LIFT, tier="optional")]),
        paired([], [event()]),
    ]
    table = rows(by_value(pairings, "action"))
    assert table["impose"] == ["2", "1", "3", "1", "0.33", "0.50"]
    assert table["lift"] == ["1", "1", "1", "0", "0.00", "0.00"], "what answers an optional event is not counted"
    assert table["tighten"] == ["1", "1", "0", "0", "-", "0.00"]
    assert rows(by_value(pairings, "type"))["sanction"] == ["4", "3", "4", "1", "0.25", "0.25"]


def test_by_status_the_status_must_be_right_too() -> None:
    table = rows(by_value([paired([event(status="announced")], [event()])], "status"))
    assert table["occurred"] == ["1", "1", "0", "0", "-", "0.00"]
    assert table["announced"] == ["0", "0", "1", "0", "0.00", "-"]


@pytest.mark.parametrize(
    ("told", "error"),
    [
        ({"action": "tighten"}, Error("wrong action", "tighten for impose")),
        ({"actors": []}, Error("wrong actor", "none found")),
        ({"actors": who("GBR")}, Error("wrong actor", "another")),
        ({"actors": who("USA", "GBR", "FRA")}, Error("wrong actor", "some too many")),
        ({"targets": who("OPEN:some firms")}, Error("wrong target", "a person, firm or group for a state or body")),
        ({"status": "threatened"}, Error("wrong status", "threatened for occurred")),
        (
            {"date": {"start": "2019-01-28", "end": "2019-01-28", "precision": "day"}},
            Error("wrong date", "day for before"),
        ),
    ],
)
def test_each_kind_of_error_is_told_apart(told: dict[str, Any], error: Error) -> None:
    assert list(errors_of(paired([event(**told)], [event()]))) == [error]


def test_sides_of_gold_that_are_many_none_or_persons() -> None:
    many, none, person = who("IRN", "SYR", "CUB"), who(), who("NAME:Bank Melli")
    told = [next(errors_of(paired([event()], [event(targets=side)]))).detail for side in (many, none, person)]
    assert told == ["some left out", "one given, gold has none", "a state or body for a person, firm or group"]
    gold = event(type="diplomatic_action", action="meet", actors=who("USA", "CUB"), targets=[])
    (met,) = errors_of(paired([{**gold, "actors": who("USA", "IRN")}], [gold]))
    assert met == Error("wrong actor", "among both sides, some right")


def test_missed_and_invented_acts_and_nothing_for_optional_ones() -> None:
    optional = event(tier="optional", start=800, end=900, action="ease")
    wrong_optional = event(start=800, end=900, status="denied")
    pairing = paired([event(start=500, end=600), wrong_optional], [event(), optional, event(**LIFT, tier="optional")])
    assert list(errors_of(pairing)) == [Error("missed act", "impose"), Error("invented act", "impose")]


def test_the_commonest_come_first() -> None:
    pairings = [paired([], [event(), event(**LIFT)]), paired([event()], []), paired([], [event()])]
    assert list(commonest(pairings)) == [("missed act", 3, "impose 2, lift 1"), ("invented act", 1, "impose 1")]
    lines = list(errors_table(pairings))
    assert lines[1].split(maxsplit=1) == ["3", "missed act"]
    assert lines[-3:] == ["     2  missed act: impose", "     1  invented act: impose", "     1  missed act: lift"]


@pytest.mark.parametrize("by", list(By))
def test_the_command_prints_each_table(gold_file: Path, by: By) -> None:
    answer = CliRunner().invoke(app, ["evaluate", str(gold_file), "--by", by.value])
    assert answer.exit_code == 0, answer.output
    if by is By.ERROR:
        assert answer.output.split() == ["number", "kind", "of", "error", "number", "in", "particular"]
    else:
        assert answer.output.splitlines()[1].split()[1:] == ["1", "1", "1", "1", "1.00", "1.00"]


def test_the_command_prints_figures_as_json_with_intervals(gold_file: Path) -> None:
    answer = CliRunner().invoke(app, ["evaluate", str(gold_file)])
    figures = json.loads(answer.output)
    assert figures["event"]["f1"] == 1.0
    assert figures["interval_90"]["event F1"] == [1.0, 1.0]


def test_the_command_names_what_it_can_break_down_by(gold_file: Path) -> None:
    answer = CliRunner().invoke(app, ["evaluate", str(gold_file), "--by", "colour"])
    assert answer.exit_code == 2
    assert "type, action, status, error" in answer.output
