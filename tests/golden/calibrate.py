"""Learns what each feature of a claim weighs, into `seeds/lexicon/confidence.csv`: `make calibrate`.

Learned on the documents that may be read (`annotated.READ`), never on those that measure. It prints, for claims whose
document was left out (five folds), how the stated confidence came true, then the same for the documents that measure,
and what the scores would be if claims below a floor were not made. The drawing is of the first.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Mapping, Sequence

from tests.golden.annotated import READ, ROOT, UNREAD, Judged, fold_of, judged
from tests.golden.logistic import fit, probability
from tests.golden.reliability import drawing, table
from transforms.confidence import BASE
from transforms.extract import SEEDS
from transforms.scoring.tally import Tally

TARGET = SEEDS / "lexicon" / "confidence.csv"
DRAWING = ROOT / "tests" / "golden" / "reliability.svg"
FOLDS = 5
FLOORS = (0.0, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5)
Weighed = Mapping[str, Sequence[float]]


def learned(documents: Sequence[Judged]) -> dict[str, float]:
    """The weights that fit the claims of these documents best."""
    return fit([f for d in documents for f in d.features], [ok for d in documents for ok in d.right])


def weighed(documents: Sequence[Judged], weights: dict[str, float]) -> dict[str, list[float]]:
    """The probability of each claim, by document."""
    return {d.doc: [probability(weights, told) for told in d.features] for d in documents}


def left_out(documents: Sequence[Judged], folds: int = FOLDS) -> dict[str, list[float]]:
    """The probability of each claim by weights that never saw its document."""
    found: dict[str, list[float]] = {}
    for fold in range(folds):
        weights = learned([d for d in documents if fold_of(d.doc, folds) != fold])
        found |= weighed([d for d in documents if fold_of(d.doc, folds) == fold], weights)
    return found


def flat(documents: Sequence[Judged], likely: Weighed) -> tuple[list[float], list[bool]]:
    """All claims of all documents: probabilities and outcomes."""
    return [p for d in documents for p in likely[d.doc]], [ok for d in documents for ok in d.right]


def floors(documents: Sequence[Judged], likely: Weighed) -> Iterator[str]:
    """The scores if claims below each floor were not made."""
    yield "floor  claims dropped  detect  event  full"
    for floor in FLOORS:
        tally, dropped = Tally(), 0
        for d in documents:
            kept = [event for event, p in zip(d.predicted, likely[d.doc], strict=True) if p >= floor]
            dropped += len(d.predicted) - len(kept)
            tally.add(kept, d.gold)
        f1 = [tally.figures()[level]["f1"] for level in ("detect", "event", "full")]
        yield f"{floor:5.2f}  {dropped:14}  {f1[0]:6.3f}  {f1[1]:5.3f}  {f1[2]:.3f}"


def write(documents: Sequence[Judged], weights: Mapping[str, float]) -> None:
    """Write the table; each row's source says how many claims it was learned from."""
    with TARGET.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(("feature", "weight", "source"))
        for feature, weight in sorted(weights.items()):
            outcomes = [ok for d in documents for told, ok in zip(d.features, d.right, strict=True) if feature in told]
            source = f"make calibrate: {sum(outcomes)} of {len(outcomes)} right"
            rows.writerow((feature, f"{weight:.2f}", source))


def main() -> None:
    """Learn, write and print; with `--check` write nothing."""
    absent = [path for path in READ if not path.exists()]
    if absent:
        raise SystemExit(f"no {absent[0]}: confidence cannot be learned here; run it where ../shared lies")
    documents = list(judged(READ))
    weights, likely = learned(documents), left_out(documents)
    print(f"{len(weights) - (BASE in weights)} features. Documents that may be read, each left out in turn:")
    print(*table(*flat(documents, likely)), *floors(documents, likely), sep="\n")
    if all(path.exists() for path in UNREAD):
        unread = list(judged(UNREAD))
        there = weighed(unread, weights)
        print("\nDocuments that only measure:", *table(*flat(unread, there)), *floors(unread, there), sep="\n")
    if "--check" not in sys.argv:
        write(documents, weights)
        DRAWING.write_text(drawing(*flat(documents, likely)), encoding="utf-8")


if __name__ == "__main__":
    main()
