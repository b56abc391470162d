"""The annotated sets, and each claim of the extractor on them beside whether gold says the same.

`READ` are the documents to learn from: whoever wrote rules and lists may have read them. `UNREAD` only measure.
Those under ../shared are not part of the repository.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from transforms import claims
from transforms.confidence import features_of
from transforms.extract import EXTRACTOR_VERSION, SEEDS, Extractor
from transforms.guide_form import document_of, events_of
from transforms.scoring.gold import OWN, documents_of, read_lines
from transforms.scoring.tally import Event, pair, who_ok

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"


def _shared(*names: str) -> tuple[Path, ...]:
    return tuple(SHARED / "gold" / f"{name}.gold.jsonl" for name in names)


READ = (*_shared("train", "dev-mod", "articles-a", "articles-b", "seed"), OWN)
UNREAD = _shared("dev", "dev-rec")


@dataclass(frozen=True)
class Judged:
    """One document: its gold events, and for each event predicted its features and whether it is right.

    Right means the scorer's event level (action, actors and targets), whatever the tier of the gold event; a prediction
    that answers no gold event is wrong.
    """

    doc: str
    gold: Sequence[Event]
    predicted: Sequence[Event]
    features: Sequence[frozenset[str]]
    right: Sequence[bool]


def judged(paths: Iterable[Path]) -> Iterator[Judged]:
    """The documents of gold files, extracted and judged. Raises InputError where documents are missing."""
    extractor, speakers = Extractor.load(), claims.speakers(SEEDS)
    for path in paths:
        gold = {document["doc"]: document["events"] for document in read_lines(path)}
        for document in read_lines(documents_of(path)):
            if document["id"] in gold:
                version = document_of(document, speakers)
                found = extractor.find(version)
                built = claims.build(found, extractor.knowledge.gazetteer, EXTRACTOR_VERSION)
                drafts, groups = claims.ordered(found.drafts), extractor.weights.status_group
                yield judge(
                    document["id"],
                    gold[document["id"]],
                    events_of(built, version),
                    [features_of(draft, found.around, groups) for draft in drafts],
                )


def judge(doc: str, gold: Sequence[Event], predicted: Sequence[Event], features: Sequence[frozenset[str]]) -> Judged:
    """One document's predictions, each right or wrong."""
    good = {id(p) for p, g in pair(predicted, gold).pairs if p["action"] == g["action"] and who_ok(p, g)}
    return Judged(doc, gold, predicted, features, [id(event) in good for event in predicted])


def fold_of(doc: str, folds: int) -> int:
    """The fold of a document, from its identifier alone."""
    return int(hashlib.sha256(doc.encode()).hexdigest(), 16) % folds
