"""How far a figure could lie elsewhere on other documents of the same kind: 90 % intervals by bootstrap.

Documents are drawn with replacement as often as there are documents, a thousand times, always the same draws; a
figure's interval holds the middle nine tenths of what it came to. Events of one document are not independent, so
documents are drawn, not events.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from transforms.scoring.tally import Tally

RESAMPLES, SEED = 1000, 2019
Parts = Mapping[Any, float]
Figures = dict[str, float]


def headline(parts: Parts) -> Figures:
    """The figures that matter most, by name, from the summed parts of tallies."""
    found = Tally.of(parts).figures()
    return {
        **{f"{level} F1": found[level]["f1"] for level in ("detect", "event", "full")},
        "actors F1": found["actors"],
        "targets F1": found["targets"],
        "status group": found["accuracy"]["group"],
        "dates given": found["accuracy"]["dated"],
        "false actual": found["false_actual"],
        "quiet": found["quiet"],
    }


def total(documents: Sequence[Parts]) -> dict[Any, float]:
    """The parts of all documents, added up."""
    summed: dict[Any, float] = {}
    for parts in documents:
        for key, n in parts.items():
            summed[key] = summed.get(key, 0) + n
    return summed


def resampled(
    documents: Sequence[Parts], figures: Callable[[Parts], Figures] = headline, seed: int = SEED
) -> list[Figures]:
    """The figures of each draw. The same number of documents and seed draw the same documents."""
    keys = list(total(documents))
    table = np.array([[parts.get(key, 0) for key in keys] for parts in documents], dtype=float)
    n = len(documents)
    draws = np.random.default_rng(seed).multinomial(n, np.full(n, 1 / n), size=RESAMPLES)
    return [figures(dict(zip(keys, row, strict=True))) for row in (draws @ table).tolist()]


def interval(values: Sequence[float]) -> tuple[float, float]:
    """The middle nine tenths of values."""
    low, high = np.quantile(values, (0.05, 0.95))
    return round(float(low), 3), round(float(high), 3)


def intervals(documents: Sequence[Parts], figures: Callable[[Parts], Figures] = headline) -> dict[str, Any]:
    """The interval of each figure, by name."""
    draws = resampled(documents, figures)
    return {name: interval([draw[name] for draw in draws]) for name in draws[0]}
