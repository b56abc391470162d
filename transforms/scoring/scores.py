"""The scores of one state of the extractor: overall, by type, action and status, each with a 95 % interval.

Measures are those of `demarche evaluate`. Overall, `detect`, `event` and `full` are the scorer's. In a slice (a type,
an action, a status) a claim and a gold event must both be of it; what answers an optional event is not counted.

Intervals are by bootstrap over documents (`transforms.scoring.intervals`). Where fewer than `FEW` documents hold such
events, draws repeat themselves and the bootstrap is too narrow (all right gives no width at all): there the Wilson
interval of the same share is taken as far as it is wider.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from transforms.frames import write_rows
from transforms.scoring.gold import OWN, predictions
from transforms.scoring.intervals import draws_of, wilson
from transforms.scoring.state import State
from transforms.scoring.tally import ACTUAL, GROUPS, UNREAL, Event, Pairing, Tally, date_ok, is_dated, who_ok

LEVEL, FEW = 0.95, 30
ALL = "all"
_LEVELS = ("detect", "event", "full")
_ROLES = ("actors", "targets", "measures")
_SHARES = {"action": "matched", "status": "matched", "group": "matched", "date": "matched", "dated": "has_date"}
# Right ones of the claims looked at, gold events hit of those expected; a share has the same pair twice.
_PARTS = ("right", "found", "hit", "expected")
_Key = tuple[str, str, str]
_Counts = Counter[tuple[_Key, str]]
_Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Score:
    """One row of `ops_eval`, but for when it was used."""

    extractor_version: str
    knowledge: str
    gold: str
    slice_kind: str
    slice: str
    measure: str
    right_count: int
    found_count: int
    expected_count: int
    documents: int
    value: float
    low: float
    high: float


def write_scores(path: Path, state: State, gold: Path = OWN) -> int:
    """Extract from the documents of a gold set, score them and write the rows as Parquet; how many documents."""
    found = [(predicted, true) for _, _, predicted, true in predictions([gold])]
    write_rows(path, Score, scores(state, found))
    return len(found)


def scores(state: State, documents: Iterable[tuple[Sequence[Event], Sequence[Event]]]) -> list[Score]:
    """The rows of (predicted events, gold events) of each document, sorted by slice and measure."""
    counted = [_count(*document) for document in documents]
    keys = sorted({key for counts in counted for key, _ in counts})
    table = np.array([[counts[key, part] for key in keys for part in _PARTS] for counts in counted], float)
    drawn = draws_of(table).reshape(-1, len(keys), len(_PARTS))
    by_document = table.reshape(-1, len(keys), len(_PARTS))
    rows = (_score(state, key, by_document[:, n], drawn[:, n]) for n, key in enumerate(keys))
    return [row for row in rows if row]


def _score(state: State, key: _Key, by_document: _Array, drawn: _Array) -> Score | None:
    sums = by_document.sum(axis=0)
    _, found, hit, expected = sums
    here = int((by_document[:, [1, 3]].sum(axis=1) > 0).sum())
    if not here:
        return None
    value = float(_f1(sums[np.newaxis])[0])
    low, high = np.nanquantile(_f1(drawn), ((1 - LEVEL) / 2, (1 + LEVEL) / 2))
    if here < FEW:
        wide = wilson(value, (found + expected) / 2, LEVEL)
        low, high = min(low, wide[0]), max(high, wide[1])
    numbers = (round(float(n), 3) for n in (value, low, high))
    whole = (state.extractor_version, state.knowledge, state.gold)
    return Score(*whole, *key, int(hit), int(found), int(expected), here, *numbers)


def _f1(sums: _Array) -> _Array:
    """F1 of each row of (right, found, hit, expected): 0 where nothing is right, NaN where there is nothing."""
    right, found, hit, expected = sums.T
    precision = np.divide(right, found, out=np.zeros_like(right), where=found > 0)
    recall = np.divide(hit, expected, out=np.zeros_like(right), where=expected > 0)
    both = precision + recall
    f1 = np.divide(2 * precision * recall, both, out=np.zeros_like(right), where=both > 0)
    return np.where((found > 0) | (expected > 0), f1, np.nan)


def _count(predicted: Sequence[Event], gold: Sequence[Event]) -> _Counts:
    tally, counts = Tally(), _Counts()
    pairing = tally.add(predicted, gold)
    _overall(counts, tally)
    for kind in ("type", "action", "status"):
        _sliced(counts, kind, pairing)
    return counts


def _overall(counts: _Counts, tally: Tally) -> None:
    for level in _LEVELS:
        right, wrong, missed = (tally.counts[level, part] for part in ("tp", "fp", "fn"))
        _add(counts, (ALL, ALL, level), right, right + wrong, right, right + missed)
    for role in _ROLES:
        _add(counts, (ALL, ALL, role), *(tally.roles[role, part] for part in ("hp", "np", "hg", "ng")))
    for measure, of in (*_SHARES.items(), ("quiet", "negative")):
        right, whole = tally.counts[measure], tally.counts[of]
        _add(counts, (ALL, ALL, measure), right, whole, right, whole)
    unreal = {pair: n for pair, n in tally.groups.items() if pair[1] in UNREAL}
    given_out = sum(n for (said, _), n in unreal.items() if said == ACTUAL)
    _add(counts, (ALL, ALL, "false_actual"), given_out, sum(unreal.values()), given_out, sum(unreal.values()))


def _sliced(counts: _Counts, kind: str, pairing: Pairing) -> None:
    core = [(p, g) for p, g in pairing.pairs if g["tier"] == "core"]
    for level in _LEVELS:
        for p in (*(p for p, _ in core), *pairing.extra):
            _add(counts, (kind, p[kind], level), 0, 1, 0, 0)
        for g in (*(g for _, g in core), *(g for g in pairing.missed if g["tier"] == "core")):
            _add(counts, (kind, g[kind], level), 0, 0, 0, 1)
    for p, g in core:
        if p[kind] == g[kind]:
            for level in _levels_right(p, g):
                _add(counts, (kind, g[kind], level), 1, 0, 1, 0)
    for p, g in pairing.pairs:
        if is_dated(g):
            right = int(date_ok(p, g))
            _add(counts, (kind, g[kind], "dated"), right, 1, right, 1)


def _levels_right(p: Event, g: Event) -> Iterator[str]:
    yield "detect"
    if p["action"] == g["action"] and who_ok(p, g):
        yield "event"
        if GROUPS.get(p["status"]) == GROUPS[g["status"]]:
            yield "full"


def _add(counts: _Counts, key: _Key, right: int, found: int, hit: int, expected: int) -> None:  # noqa: PLR0913, PLR0917
    for part, n in zip(_PARTS, (right, found, hit, expected), strict=True):
        counts[key, part] += n
