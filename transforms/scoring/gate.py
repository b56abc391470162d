"""The golden gate: the extractor as it is now against what was right when somebody last accepted it.

The baseline is a sorted CSV, a row an outcome (`transforms.scoring.outcomes`). A measure counts what is right of one
aspect, or what is falsely filled in or invented, of which less is better. The gate closes where a measure is worse than
in the baseline by more than what is allowed, which is nothing by default: the extractor is deterministic, so a loss is
somebody's change, and either mended or accepted.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from transforms.errors import InputError
from transforms.scoring.gold import GOLDEN, predictions
from transforms.scoring.outcomes import ASPECTS, FALSE, FOUND, INVENTED, RIGHT, Outcome, outcomes

BASELINE = GOLDEN / "baseline.csv"
_COLUMNS = ("doc", "id", *ASPECTS)


@dataclass(frozen=True, slots=True)
class Drop:
    """One measure that got worse: how many there were in the baseline, and are now."""

    measure: str
    before: int
    now: int


@dataclass(frozen=True, slots=True)
class Change:
    """One event whose outcome is another: what was lost, what was gained."""

    doc: str
    event: str
    told: str
    lost: tuple[str, ...]
    gained: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """What two states of the extractor differ in over so many gold events; `drops` are beyond what is allowed."""

    events: int
    drops: tuple[Drop, ...]
    changes: tuple[Change, ...]

    @property
    def ok(self) -> bool:
        """Whether the gate is open."""
        return not self.drops


def outcomes_now(gold_paths: Iterable[Path]) -> list[Outcome]:
    """What is right of the events of gold files as the extractor is now."""
    return outcomes((doc, predicted, gold) for _, doc, predicted, gold in predictions(gold_paths))


def read_baseline(path: Path) -> list[Outcome]:
    """The outcomes that somebody accepted. Raises InputError where there are none, or in another form."""
    remedy = "write it with `make golden`, or --accept for a set of your own"
    if not path.exists():
        raise InputError(f"no baseline {path.name}", str(path.parent), remedy)
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines)
        if tuple(rows.fieldnames or ()) != _COLUMNS:
            raise InputError("a header that is not a baseline's", path.name, remedy)
        return [Outcome(row["doc"], row["id"], tuple(row[a] for a in ASPECTS)) for row in rows]


def write_baseline(path: Path, accepted: Sequence[Outcome]) -> None:
    """Write the outcomes as the ones to hold to from now on."""
    with path.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(_COLUMNS)
        rows.writerows((o.doc, o.event, *o.cells) for o in accepted)


def measures(of: Iterable[Outcome]) -> dict[str, int]:
    """Each measure's count; where less is better it is negative, so that a smaller number is always worse."""
    counts: Counter[str] = Counter(dict.fromkeys((*ASPECTS, INVENTED), 0))
    for each in of:
        counts[INVENTED] -= each.invented
        for aspect, cell in zip(ASPECTS, each.cells, strict=True):
            counts[aspect] += cell == RIGHT
            if cell == FALSE:
                counts[f"{aspect} falsely given"] -= 1
    return dict(counts)


def compare(before: Sequence[Outcome], now: Sequence[Outcome], allowed: int = 0) -> Compared:
    """What changed, and which measures are worse by more than `allowed` events."""
    counts = [measures(before), measures(now)]
    names = sorted(counts[0].keys() | counts[1].keys())
    pairs = ((name, counts[0].get(name, 0), counts[1].get(name, 0)) for name in names)
    drops = tuple(Drop(name, abs(then), abs(here)) for name, then, here in pairs if here < then - allowed)
    return Compared(sum(not o.invented for o in now), drops, tuple(_changes(before, now)))


def _changes(before: Sequence[Outcome], now: Sequence[Outcome]) -> Iterator[Change]:
    then, here = ({(o.doc, o.event): o for o in side} for side in (before, now))
    for key in sorted(then.keys() | here.keys()):
        old, new = then.get(key), here.get(key)
        either = new or old
        if either is None or (old and new and old.cells == new.cells):
            continue
        if either.invented:
            yield Change(*key, either.told, (INVENTED,) if new else (), () if new else ("no longer invented",))
            continue
        better, worse = _apart(*(o.cells if o else ("",) * len(ASPECTS) for o in (old, new)))
        if FOUND in {*better, *worse}:  # All the rest goes with it.
            better, worse = ((FOUND,) if FOUND in side else () for side in (better, worse))
        if better or worse:
            yield Change(*key, either.told, worse, better)


def _apart(old: Sequence[str], new: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The aspects that got better, and those that got worse."""
    rank = {RIGHT: 1, FALSE: -1}
    pairs = [(a, rank.get(x, 0), rank.get(y, 0)) for a, x, y in zip(ASPECTS, old, new, strict=True)]
    return tuple(a for a, x, y in pairs if y > x), tuple(a for a, x, y in pairs if y < x)


def told(compared: Compared, accept: str) -> Iterator[str]:
    """The comparison in lines for a person; `accept` is the command that makes the present state the baseline."""
    state = f"Golden gate: {'open' if compared.ok else 'closed'}. {compared.events} gold events"
    if not compared.changes:
        yield f"{state}, each as in the baseline."
        return
    yield f"{state}, {len(compared.changes)} outcomes changed:"
    for change in compared.changes:
        parts = [f"lost {', '.join(change.lost)}"] if change.lost else []
        parts += [f"gained {', '.join(change.gained)}"] if change.gained else []
        what = f" ({change.told})" if change.told else ""
        yield f"  {change.doc} {change.event}{what}: {'; '.join(parts)}"
    for drop in compared.drops:
        yield f"Worse: {drop.measure}, {drop.before} before, {drop.now} now"
    yield f"Where this is meant, accept it: {accept}, then read the diff and commit it."
