"""Counts how often claims of each kind are right, into `seeds/lexicon/confidence.csv`: `make calibrate`.

Right means the scorer's event level: action, actors and targets. Counted on documents to learn from (train, dev-mod and
our own), never on those that measure. A prediction that answers no gold event is wrong. With `--check` it prints, for
five folds, the share expected from the other four beside the share found in each: the reliability of the figure.
"""

from __future__ import annotations

import csv
import hashlib
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tests.golden.evaluate import documents_of, read_lines
from tests.golden.scoring import pair, who_ok
from transforms.claims import speakers
from transforms.confidence import Kind
from transforms.extract import SEEDS, Extractor
from transforms.guide_form import document_of, events_of

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT.parent / "shared" / "gold"
PATHS = (GOLD / "train.gold.jsonl", GOLD / "dev-mod.gold.jsonl", ROOT / "tests" / "golden" / "own.gold.jsonl")
TARGET = SEEDS / "lexicon" / "confidence.csv"
FOLDS = 5
_STEP = 1000


def judged() -> Iterator[tuple[str, Kind, bool]]:
    """(document, kind, right) of every claim. The kind travels through the extractor as the claim's confidence."""
    plain = Extractor.load()
    kinds = [(t, s) for t in sorted({t for t, _ in plain.readings.ontology.actions}) for s in SIDES]
    marked = replace(plain, confidence={kind: number / _STEP for number, kind in enumerate(kinds)})
    names = speakers(SEEDS)
    for path in PATHS:
        gold = {document["doc"]: document["events"] for document in read_lines(path)}
        for document in read_lines(documents_of(path)):
            version = document_of(document, names)
            predicted = events_of(marked.extract(version), version)
            pairing = pair(predicted, gold[document["id"]])
            good = [p for p, g in pairing.pairs if p["action"] == g["action"] and who_ok(p, g)]
            for event in predicted:
                kind = kinds[round(event["confidence"] * _STEP)]
                yield document["id"], kind, any(event is p for p in good)


SIDES = ("both", "inferred", "none", "one")


def write() -> None:
    """Write the table."""
    right: Counter[Kind] = Counter()
    told: Counter[Kind] = Counter()
    for _, kind, ok in judged():
        told[kind] += 1
        right[kind] += ok
    with TARGET.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(("type", "sides", "right", "told", "source"))
        rows.writerows((*kind, right[kind], told[kind], "tests/golden/calibrate.py") for kind in sorted(told))


def check() -> None:
    """Print expected and found shares by fold and by kind."""
    seen = [(int(hashlib.sha256(doc.encode()).hexdigest(), 16) % FOLDS, kind, ok) for doc, kind, ok in judged()]
    for kind in sorted({kind for _, kind, _ in seen}):
        for fold in range(FOLDS):
            others = [ok for f, k, ok in seen if k == kind and f != fold]
            here = [ok for f, k, ok in seen if k == kind and f == fold]
            if here:
                share, expected = sum(here) / len(here), (sum(others) + 1) / (len(others) + 2)
                name = "/".join(kind)
                print(f"{name:32} fold {fold}  expected {expected:.2f}  found {share:.2f} of {len(here)}")


if __name__ == "__main__":
    check() if "--check" in sys.argv else write()
