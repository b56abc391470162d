"""How far a figure could lie elsewhere on other documents of the same kind: 90 % intervals by bootstrap.

Documents are drawn with replacement as often as there are documents, a thousand times, always the same draws; a
figure's interval holds the middle nine tenths of what it came to. Events of one document are not independent, so
documents are drawn, not events. `wilson` is the score interval of a share: Wilson, Journal of the American Statistical
Association 22 (1927).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from statistics import NormalDist
from typing import Any

import numpy as np
from numpy.typing import NDArray

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
    return [figures(dict(zip(keys, row, strict=True))) for row in draws_of(table, seed).tolist()]


def draws_of(table: NDArray[np.float64], seed: int = SEED) -> NDArray[np.float64]:
    """The column sums of each draw of rows (documents): `RESAMPLES` rows, the columns of `table`."""
    return _weights(len(table), seed) @ table


@lru_cache(maxsize=4)
def _weights(n: int, seed: int) -> NDArray[np.float64]:
    """How often each draw takes each of `n` documents."""
    return np.random.default_rng(seed).multinomial(n, np.full(n, 1 / n), size=RESAMPLES).astype(np.float64)


def wilson(share: float, of: float, level: float) -> tuple[float, float]:
    """The Wilson score interval of a share (0 to 1) of so many."""
    z = NormalDist().inv_cdf((1 + level) / 2)
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    reach = z / (1 + z * z / of) * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return max(0.0, middle - reach), min(1.0, middle + reach)


def interval(values: Sequence[float]) -> tuple[float, float]:
    """The middle nine tenths of values."""
    low, high = np.quantile(values, (0.05, 0.95))
    return round(float(low), 3), round(float(high), 3)


def intervals(documents: Sequence[Parts], figures: Callable[[Parts], Figures] = headline) -> dict[str, Any]:
    """The interval of each figure, by name."""
    draws = resampled(documents, figures)
    return {name: interval([draw[name] for draw in draws]) for name in draws[0]}
