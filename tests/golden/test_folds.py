"""Intervals and folds: small cases whose outcome is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.golden.annotated import UNREAD, Judged, judge
from tests.golden.folds import Column, by_file, compared, parts_of
from tests.golden.test_calibrate import NAMED, PLAIN, documents
from tests.golden.test_scoring import event, who
from transforms.scoring.intervals import RESAMPLES, headline, interval, intervals, resampled, total
from transforms.scoring.tally import Tally


def tallied(*pairs: tuple[list[dict[str, object]], list[dict[str, object]]]) -> list[Tally]:
    made = []
    for predicted, gold in pairs:
        made.append(Tally())
        made[-1].add(list(predicted), list(gold))
    return made


RIGHT, MISSED, EXTRA = ([event()], [event()]), ([], [event()]), ([event()], [])


def test_the_parts_of_documents_add_up_to_the_tally_of_all() -> None:
    pairs = [RIGHT, MISSED, EXTRA, ([event(status="denied")], [event(targets=who("SYR"), measures=["travel_ban"])])]
    together = Tally()
    for predicted, gold in pairs:
        together.add(list(predicted), list(gold))
    parts = total([tally.parts() for tally in tallied(*pairs)])
    assert Tally.of(parts).figures() == together.figures()
    assert Tally.of(parts | {("confidence", "claims"): 3.0}).figures() == together.figures()


def test_an_interval_holds_the_figure_and_narrows_with_documents() -> None:
    few, many = ([tally.parts() for tally in tallied(*([RIGHT, MISSED] * n))] for n in (10, 160))
    spans = [intervals(parts)["event F1"] for parts in (few, many)]
    for (low, high), parts in zip(spans, (few, many), strict=True):
        assert low < headline(total(parts))["event F1"] < high
    assert spans[1][1] - spans[1][0] < 0.5 * (spans[0][1] - spans[0][0])


def test_draws_are_the_same_every_time_and_of_whole_documents() -> None:
    parts = [tally.parts() for tally in tallied(RIGHT, MISSED)]
    draws = resampled(parts)
    assert draws == resampled(parts)
    assert draws != resampled(parts, seed=1)
    assert len(draws) == RESAMPLES
    assert {draw["event F1"] for draw in draws} == {0.0, 0.667, 1.0}


def test_nothing_varies_where_all_documents_are_alike() -> None:
    assert intervals([tally.parts() for tally in tallied(RIGHT, RIGHT, RIGHT)])["full F1"] == (1.0, 1.0)
    assert interval([0.5] * 7) == (0.5, 0.5)


def test_the_sums_of_confidence_are_of_claims() -> None:
    document = judge("d", [event()], [event(), event(start=500, end=600)], [PLAIN, PLAIN])
    parts = parts_of(document, [0.9, 0.3])
    assert parts["confidence", "claims"] == 2
    assert parts["confidence", "squares"] == pytest.approx(0.01 + 0.09)
    assert parts["confidence", "excess"] == pytest.approx(-0.1 + 0.3)


def noisy() -> list[Judged]:
    """Documents whose one claim is right or wrong as its identifier's hash has it: nothing to learn but the share."""
    made = []
    for number in range(90):
        told = frozenset({*(NAMED if number % 2 else PLAIN), f"odd {number % 4}"})
        right = hash((number, 3)) % 3 > 0
        made.append(judge(f"d{number}", [event()], [event() if right else event(start=500, end=600)], [told]))
    return made


def test_what_is_fitted_to_noise_does_better_on_what_it_saw() -> None:
    lines = {line[:25].strip(): line[25:].split() for line in compared(noisy(), documents()[:30], 5)}
    assert set(lines) >= {"event F1", "confidence: Brier", "confidence: too high by"}
    seen, apart, gap, never = (float(lines["confidence: Brier"][i]) for i in (0, 4, 8, 12))
    assert 0 < seen < apart
    assert gap == pytest.approx(apart - seen, abs=0.0011)
    assert never > 0
    assert lines["event F1"][8:12] == ["+0.000", "(+0.00", "to", "+0.00)"]


def test_nothing_is_fitted_on_what_only_measures() -> None:
    assert list(compared([], documents()[:5], 5)) == ["Nothing to fit on: all of these documents only measure."]
    assert {path.name for path in UNREAD} == {"dev.gold.jsonl", "dev-rec.gold.jsonl"}


def test_each_file_has_its_row() -> None:
    lines = list(by_file({Path("a.gold.jsonl"): documents()[:9], Path("b.gold.jsonl"): documents()[9:12]}))
    assert [line.split()[:4] for line in lines[1:]] == [["a", "9", "9", "0.667"], ["b", "3", "3", "0.667"]]


def test_a_column_is_named_and_has_an_interval() -> None:
    every = documents()[:30]
    cell = Column.of("all", every, {d.doc: [0.5] for d in every}).cell("event F1")
    assert cell.startswith("0.667 (0.")
