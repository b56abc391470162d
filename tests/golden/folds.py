"""Seen, left out, never read: `demarche evaluate GOLD… --folds 5`, `make cross-validate`.

What is fitted (the weights of confidence) is fitted anew without each fold, documents being dealt by a hash of their
identifier. It makes and drops no claim, so folds only tell whether confidence is true of what it was not fitted on.
Rules and word lists were written by people who had read the documents that may be read, whichever fold they are in;
what tells about those is the distance to the documents that nobody read (`annotated.UNREAD`), on which nothing is
fitted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.golden.annotated import UNREAD, Judged, judged
from tests.golden.calibrate import Weighed, learned, left_out, weighed
from transforms.scoring.intervals import SEED, Figures, Parts, headline, interval, resampled, total
from transforms.scoring.tally import Tally

_LEVELS = ("detect F1", "event F1", "full F1")


@dataclass(frozen=True)
class Column:
    """One way of looking at documents: its figures on all of them and on each draw."""

    name: str
    at: Figures
    draws: list[Figures]

    @classmethod
    def of(cls, name: str, documents: Sequence[Judged], likely: Weighed, seed: int = SEED) -> Column:
        """The column of these documents, their claims having the probabilities `likely`."""
        parts = [parts_of(d, likely[d.doc]) for d in documents]
        return cls(name, figures_with_confidence(total(parts)), resampled(parts, figures_with_confidence, seed))

    def cell(self, figure: str) -> str:
        """The figure with its interval."""
        return _cell(self.at[figure], [draw[figure] for draw in self.draws])

    def less(self, other: Column, figure: str) -> str:
        """How much higher this column is than another, with the interval of the difference."""
        gaps = [a[figure] - b[figure] for a, b in zip(self.draws, other.draws, strict=True)]
        return _cell(self.at[figure] - other.at[figure], gaps, "+")


def figures_with_confidence(parts: Parts) -> Figures:
    """The headline figures, the Brier score, and by how much confidence is too high on average."""
    claims = max(parts.get(("confidence", "claims"), 0), 1)
    return headline(parts) | {
        "confidence: Brier": parts.get(("confidence", "squares"), 0.0) / claims,
        "confidence: too high by": parts.get(("confidence", "excess"), 0.0) / claims,
    }


def parts_of(document: Judged, likely: Sequence[float]) -> Parts:
    """One document's tally and the sums behind the figures of confidence."""
    tally = Tally()
    tally.add(document.predicted, document.gold)
    pairs = list(zip(likely, document.right, strict=True))
    return tally.parts() | {
        ("confidence", "claims"): float(len(pairs)),
        ("confidence", "squares"): sum((p - ok) ** 2 for p, ok in pairs),
        ("confidence", "excess"): sum(p - ok for p, ok in pairs),
    }


def cross_validate(gold_paths: Sequence[Path], folds: int) -> None:
    """Extract once, fit and score by fold, print both tables."""
    files = {path.resolve(): list(judged([path])) for path in gold_paths}
    never = {path.resolve() for path in UNREAD} & set(files)
    read = [d for path, documents in files.items() if path not in never for d in documents]
    unread = [d for path, documents in files.items() if path in never for d in documents]
    print(*compared(read, unread, folds), "", *by_file(files), sep="\n")


def compared(read: Sequence[Judged], unread: Sequence[Judged], folds: int) -> Iterator[str]:
    """The table of figures; gaps are left out less seen, and never read less left out."""
    if not read:
        yield "Nothing to fit on: all of these documents only measure."
        return
    weights = learned(read)
    seen = Column.of("seen", read, weighed(read, weights))
    apart = Column.of("left out", read, left_out(read, folds))
    never = Column.of("never read", unread, weighed(unread, weights), SEED + 1) if unread else None
    heads = ("", seen.name, apart.name, "gap", *((never.name, "gap") if never else ()))
    yield "".join(f"{head:25}" for head in heads).rstrip()
    for figure in seen.at:
        cells = [figure, seen.cell(figure), apart.cell(figure), apart.less(seen, figure)]
        cells += [never.cell(figure), never.less(apart, figure)] if never else []
        yield "".join(f"{cell:25}" for cell in cells).rstrip()
    yield f"Fitted without each of {folds} folds: the weights of confidence, which make and drop no claim."
    yield "Never read: no weight is fitted on these and no rule was written after them. (90 % intervals)"


def by_file(files: dict[Path, list[Judged]]) -> Iterator[str]:
    """The scores of each gold file, with intervals."""
    yield f"{'':25}{'documents':>10}{'core':>6}  " + "".join(f"{level:25}" for level in _LEVELS).rstrip()
    for path, documents in files.items():
        column = Column.of(
            path.name.removesuffix(".gold.jsonl"), documents, {d.doc: [0.0] * len(d.right) for d in documents}
        )
        core = sum(event["tier"] == "core" for d in documents for event in d.gold)
        cells = "".join(f"{column.cell(level):25}" for level in _LEVELS).rstrip()
        yield f"{column.name:25}{len(documents):10}{core:6}  {cells}"


def _cell(value: float, draws: Sequence[float], sign: str = "") -> str:
    low, high = interval(draws)
    return f"{value:{sign}.3f} ({low:{sign}.2f} to {high:{sign}.2f})"
