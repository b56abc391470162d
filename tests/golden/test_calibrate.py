"""Learning and reading probabilities: small cases counted by hand."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from tests.golden.annotated import Judged, fold_of, judge
from tests.golden.calibrate import flat, floors, learned, left_out, weighed
from tests.golden.logistic import RAREST, fit, probability
from tests.golden.reliability import Bin, bins, brier, calibration_error, drawing, interval, ranking, table
from tests.golden.test_scoring import event, who
from transforms.confidence import BASE

PLAIN, NAMED = frozenset((BASE,)), frozenset((BASE, "named"))


def claims(plain: tuple[int, int], named: tuple[int, int]) -> tuple[list[frozenset[str]], list[bool]]:
    """So many right and wrong claims without and with the feature `named`."""
    told = [PLAIN] * sum(plain) + [NAMED] * sum(named)
    return told, [i < right for right, wrong in (plain, named) for i in range(right + wrong)]


def test_without_features_the_share_is_learned() -> None:
    weights = fit(*claims((30, 10), (0, 0)))
    assert set(weights) == {BASE}
    assert probability(weights, NAMED) == pytest.approx(0.75, abs=1e-4)


def test_a_feature_moves_the_probability_the_more_the_more_is_known() -> None:
    few, many = (fit(*claims((n, 3 * n), (3 * n, n))) for n in (10, 1000))
    for weights in (few, many):
        assert 0.25 < probability(weights, PLAIN) < 0.5 < probability(weights, NAMED) < 0.75
    assert many["named"] > few["named"]
    assert probability(many, NAMED) == pytest.approx(0.75, abs=0.01)
    assert probability(many, PLAIN) == pytest.approx(0.25, abs=0.01)


def test_a_rare_feature_is_not_learned_from() -> None:
    assert "named" not in fit(*claims((50, 50), (RAREST - 1, 0)))
    assert "named" not in fit(*claims((RAREST - 1, 0), (50, 50)))
    assert "named" in fit(*claims((50, 50), (RAREST, 0)))


def test_right_is_judged_by_the_scorer_whatever_the_tier() -> None:
    gold = [event(), event(tier="optional", start=200, end=300)]
    told = [event(), event(start=200, end=300, targets=who("SYR")), event(start=500, end=600)]
    assert judge("d", gold, told, [PLAIN] * 3).right == [True, False, False]
    assert judge("d", gold, [event(start=200, end=300)], [PLAIN]).right == [True]


def documents() -> list[Judged]:
    made = []
    for number in range(120):
        wrong = number % 3 == 0
        told = event(start=500, end=600) if wrong else event()
        made.append(judge(f"d{number}", [event()], [told], [PLAIN if wrong else NAMED]))
    return made


def test_each_document_is_weighed_by_weights_that_never_saw_it() -> None:
    every = documents()
    likely = left_out(every, 5)
    assert set(likely) == {d.doc for d in every}
    for fold in range(5):
        here = [d for d in every if fold_of(d.doc, 5) == fold]
        assert 10 < len(here) < 40
        weights = learned([d for d in every if fold_of(d.doc, 5) != fold])
        assert {d.doc: likely[d.doc] for d in here} == weighed(here, weights)


def test_a_floor_drops_what_lies_below_it() -> None:
    every = documents()
    lines = list(floors(every, {d.doc: [0.9 if d.right[0] else 0.12] for d in every}))
    assert lines[1].split() == ["0.00", "0", "0.667", "0.667", "0.667"]
    assert lines[3].split() == ["0.15", "40", "0.800", "0.800", "0.800"]


def test_bins_brier_error_and_ranking() -> None:
    likely, right = [0.1, 0.15, 0.95, 1.0], [False, True, True, True]
    assert bins(likely, right) == [Bin(2, pytest.approx(0.125), 0.5), Bin(2, pytest.approx(0.975), 1.0)]
    assert brier(likely, right) == pytest.approx((0.01 + 0.7225 + 0.0025) / 4)
    assert calibration_error(likely, right) == pytest.approx((0.375 + 0.025) / 2)
    assert ranking(likely, right) == 1.0
    assert ranking([0.5, 0.5], [True, False]) == 0.5
    assert ranking([0.2, 0.5], [True, False]) == 0.0


def test_an_interval_holds_its_share_and_narrows() -> None:
    assert interval(0.5, 10)[0] < interval(0.5, 100)[0] < 0.5 < interval(0.5, 100)[1] < interval(0.5, 10)[1]
    assert interval(1.0, 5)[1] == pytest.approx(1.0)


def test_the_table_and_the_drawing_hold_every_bin() -> None:
    likely, right = flat(documents(), {d.doc: [0.9 if d.right[0] else 0.1] for d in documents()})
    lines = list(table(likely, right))
    assert lines[1].split() == ["0.1", "to", "0.2", "40", "0.10", "0.00", "0.00", "to", "0.06"]
    assert lines[-1].startswith("120 claims, 0.67 right; Brier 0.010 (one figure for all: 0.222); ")
    root = ET.fromstring(drawing(likely, right))
    dots = [float(dot.get("r", "0")) for dot in root.iter("{http://www.w3.org/2000/svg}circle")]
    assert len(dots) == 2
    assert dots[0] < dots[1]
