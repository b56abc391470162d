"""Annotated documents: X.gold.jsonl with the events of each document, X.docs.jsonl beside it with the documents."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from transforms.errors import InputError
from transforms.extract import SEEDS, extract_documents
from transforms.scoring.tally import Event

GOLDEN = SEEDS / "golden"
OWN = GOLDEN / "own.gold.jsonl"
_SUFFIX = ".gold.jsonl"


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The JSON objects of a JSON-lines file. Raises InputError naming the line that is none."""
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                found.append(json.loads(line))
            except json.JSONDecodeError as error:
                raise InputError(f"no JSON on line {number}", path.name, f"mend it: {error}") from error
    return found


def documents_of(gold: Path) -> Path:
    """The documents beside a gold file: X.docs.jsonl beside X.gold.jsonl. Raises InputError where there are none."""
    docs = gold.with_name(gold.name.removesuffix(_SUFFIX) + ".docs.jsonl")
    if not gold.name.endswith(_SUFFIX) or not docs.exists():
        raise InputError(f"no {docs.name}", str(gold.parent), "put the documents beside X.gold.jsonl as X.docs.jsonl")
    return docs


def golden_sets() -> list[Path]:
    """Our own gold files, in order of name: what the golden gate looks at."""
    return sorted(GOLDEN.glob(f"*{_SUFFIX}"))


def set_name(gold: Path) -> str:
    """What the set of a gold file is called: X of X.gold.jsonl."""
    return gold.name.removesuffix(_SUFFIX)


def predictions(
    gold_paths: Iterable[Path], seeds: Path = SEEDS
) -> Iterator[tuple[Path, str, list[Event], list[Event]]]:
    """(gold file, document, predicted events, gold events) of every annotated document."""
    for path in gold_paths:
        gold = {document["doc"]: document["events"] for document in read_lines(path)}
        for found in extract_documents(read_lines(documents_of(path)), seeds):
            if found["doc"] in gold:
                yield path, found["doc"], found["events"], gold[found["doc"]]
