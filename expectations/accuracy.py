"""How well the machine does on annotated documents, beside the numbers that it made, with its 95 % intervals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from expectations.page import words
from expectations.reader import Reader, Row

#: Measures as `demarche evaluate` names them, in the order in which they are shown, and what they ask.
MEASURES: Mapping[str, str] = {
    "detect": "An act of the right type at the right sentence (F1)",
    "event": "Type, action and the parties right as well (F1)",
    "full": "And the group of its status (F1)",
    "action": "The action of what was found",
    "actors": "Who (F1)",
    "targets": "Whom (F1)",
    "measures": "Measures of sanctions (F1)",
    "group": "Status: done, planned, contingent or denied",
    "status": "The exact status",
    "date": "The date, or that there is none",
    "dated": "The day, where the text gives one",
    "quiet": "Nothing found where there is nothing",
    "false_actual": "What was not done, told as done",
}
#: Measures of errors: the lower, the better.
ERRORS = frozenset({"false_actual"})
#: The measure in a sentence or a badge, the first of these that the file has.
CHIEF = ("event", "detect", "full")
MOST_VERSIONS = 12


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure: a share from 0 to 1 with its 95 % interval, and what the last version had (None: no last one).

    `right`, `found` and `expected` are counts of events; None where they were not kept.
    """

    measure: str
    asks: str
    value: float
    low: float | None
    high: float | None
    before: float | None
    right: int | None
    found: int | None
    expected: int | None

    @property
    def change(self) -> float | None:
        """The difference to the last version in points from -1 to 1."""
        return None if self.before is None else self.value - self.before

    @property
    def is_worse(self) -> bool:
        """Whether the last version did better, by more than half of the third decimal that is shown."""
        if self.change is None:
            return False
        return (self.change if self.measure in ERRORS else -self.change) > 0.0005


@dataclass(frozen=True, slots=True)
class Slice:
    """One measure of one type, action or status."""

    name: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class Version:
    """The chief measure of one version of the extractor, for the drawing over versions."""

    name: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class GoldSet:
    """The figures of one set of annotated documents for the version that read the night."""

    gold: str
    documents: int
    version: str
    earlier: str | None
    figures: tuple[Figure, ...]
    slices: Mapping[str, tuple[Slice, ...]]
    versions: tuple[Version, ...]

    @property
    def chief(self) -> Figure | None:
        """The figure to tell where there is room for one."""
        by_name = {figure.measure: figure for figure in self.figures}
        return next((by_name[name] for name in CHIEF if name in by_name), None)


@dataclass(frozen=True, slots=True)
class Twice:
    """The texts of the night that two processes extracted: how many, how many alike, and the rows that are not."""

    texts: int
    alike: int
    unlike: tuple[Row, ...]


def accuracy(reader: Reader) -> tuple[GoldSet, ...]:
    """The figures of each gold set for the version that read the night, the set with most documents first."""
    by_gold: dict[str, list[Row]] = {}
    for row in reader.rows_if("ops_eval", "accuracy"):
        by_gold.setdefault(row["gold"], []).append(row)
    made = [found for gold, rows in by_gold.items() if (found := _gold_set(gold, rows)) is not None]
    return tuple(sorted(made, key=lambda found: (-found.documents, found.gold)))


def twice(reader: Reader) -> Twice | None:
    """How the texts that were extracted twice came out; None where none was."""
    rows = reader.rows_if("ops_twice", "twice")
    unlike = tuple(row for row in rows if not row["agrees"])
    return Twice(len(rows), len(rows) - len(unlike), unlike) if rows else None


def _gold_set(gold: str, rows: Sequence[Row]) -> GoldSet | None:
    states: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        states.setdefault((row["extractor_version"], row["knowledge"]), []).append(row)
    order = list(states)
    own = [state for state in order if states[state][0]["is_of_night"]]
    if not own:
        return None
    at = order.index(own[-1])
    now, last = states[order[at]], states[order[at - 1]] if at else []
    before = {(row["slice_kind"], row["slice"], row["measure"]): row["value"] for row in last}
    figures = sorted((_figure(row, before) for row in now if row["slice_kind"] == "all"), key=_place)
    names = _names(order[: at + 1])
    chief = next((name for name in CHIEF if any(f.measure == name for f in figures)), None)
    return GoldSet(
        gold,
        max(int(row["documents"]) for row in now),
        names[-1],
        names[-2] if at else None,
        tuple(figures),
        _slices(now, before, chief),
        tuple(_versions([(name, states[s]) for name, s in zip(names, order, strict=False)], chief))[-MOST_VERSIONS:],
    )


def _names(states: Sequence[tuple[str, str]]) -> list[str]:
    """Versions by name; where only the knowledge changed, the first characters of its state tell them apart."""
    versions = [version for version, _ in states]
    return [f"{v} ({knowledge[:6]})" if versions.count(v) > 1 else v for v, knowledge in states]


def _figure(row: Row, before: Mapping[tuple[str, str, str], Any]) -> Figure:
    measure = row["measure"]
    earlier = before.get((row["slice_kind"], row["slice"], measure))
    counts = [
        None if row[name] is None else int(row[name]) for name in ("right_count", "found_count", "expected_count")
    ]
    low, high, last = (None if x is None else float(x) for x in (row["low"], row["high"], earlier))
    value = 0.0 if row["value"] is None else float(row["value"])
    return Figure(measure, MEASURES.get(measure, words(measure).capitalize()), value, low, high, last, *counts)


def _place(figure: Figure) -> tuple[int, str]:
    names = list(MEASURES)
    return (names.index(figure.measure) if figure.measure in names else len(names), figure.measure)


def _slices(
    rows: Iterable[Row], before: Mapping[tuple[str, str, str], Any], chief: str | None
) -> dict[str, tuple[Slice, ...]]:
    """The chief measure by type, action and status, the slices with most expected events first."""
    made: dict[str, list[Slice]] = {}
    for row in rows:
        if row["slice_kind"] != "all" and row["measure"] == chief and row["value"] is not None:
            made.setdefault(row["slice_kind"], []).append(Slice(row["slice"], _figure(row, before)))
    kinds = [kind for kind in ("type", "action", "status") if kind in made]
    return {kind: tuple(sorted(made[kind], key=lambda s: (-(s.figure.expected or 0), s.name))) for kind in kinds}


def _versions(states: Iterable[tuple[str, Sequence[Row]]], chief: str | None) -> Iterable[Version]:
    for name, rows in states:
        for row in rows:
            if row["slice_kind"] == "all" and row["measure"] == chief and row["value"] is not None:
                yield Version(name, _figure(row, {}))
