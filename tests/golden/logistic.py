"""Logistic regression over named features: Newton's method with a penalty on the squares of the weights.

A few hundred claims and some eighty features need no library. The penalty keeps weights of rare features small; the
weight of `base` is free.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from transforms.confidence import BASE

# A feature is learned from when so many claims have it and so many have not.
RAREST = 20
PENALTY = 8.0
_STEPS = 50


def fit(features: Sequence[frozenset[str]], right: Sequence[bool]) -> dict[str, float]:
    """The weights (log odds) that make `right` likeliest, `base` among them."""
    counted = Counter(feature for told in features for feature in told if feature != BASE)
    names = [BASE, *sorted(f for f, n in counted.items() if RAREST <= n <= len(features) - RAREST)]
    at = {name: column for column, name in enumerate(names)}
    table = np.zeros((len(features), len(names)))
    for row, told in enumerate(features):
        table[row, [at[feature] for feature in told if feature in at]] = 1.0
    penalty = np.full(len(names), PENALTY)
    penalty[0] = 1e-6
    weights = _newton(table, np.array(right, dtype=float), penalty)
    return dict(zip(names, map(float, weights), strict=True))


def probability(weights: dict[str, float], told: frozenset[str]) -> float:
    """The probability that a claim with these features is right."""
    return float(1 / (1 + np.exp(-sum(weights.get(feature, 0.0) for feature in told))))


def _newton(table: np.ndarray, right: np.ndarray, penalty: np.ndarray) -> np.ndarray:
    weights = np.zeros(table.shape[1])
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (likely - right) + penalty * weights
        bend = (table.T * (likely * (1 - likely))) @ table + np.diag(penalty)
        step = np.linalg.solve(bend, slope)
        weights = weights - step
        if np.abs(step).max() < 1e-9:
            break
    return weights
