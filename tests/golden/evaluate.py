"""The extractor against gold files: `demarche evaluate GOLD…` prints what this module counts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.highlighter import JSONHighlighter

from tests.golden.intervals import intervals, total
from tests.golden.scoring import Event, Pairing, Tally, who_ok
from transforms.errors import InputError
from transforms.extract import extract_documents

_SUFFIX = ".gold.jsonl"
_SHOWN = ("type", "action", "status", "actors", "targets", "sentence")


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


def evaluate(gold_paths: list[Path], errors: int = 0) -> dict[str, Any]:
    """Extract from the documents beside each gold file, print the figures of all together, and return them."""
    console = Console(soft_wrap=True)
    mistakes: list[str] = []
    figures = figures_of(gold_paths, mistakes)
    for line in mistakes[:errors]:
        console.print(line, markup=False, highlight=False)
    console.print(JSONHighlighter()(_compact(figures)))
    return figures


def _compact(figures: dict[str, Any]) -> str:
    """Indented JSON with each interval on one line."""
    return re.sub(r"\[\s+([\d.]+),\s+([\d.]+)\s+\]", r"[\1, \2]", json.dumps(figures, indent=2))


def figures_of(gold_paths: list[Path], mistakes: list[str] | None = None) -> dict[str, Any]:
    """The figures of all gold files together, the chief ones' 90 % intervals; each error as a line in `mistakes`."""
    documents = []
    for _, doc, predicted, gold in predictions(gold_paths):
        tally = Tally()
        pairing = tally.add(predicted, gold)
        documents.append(tally.parts())
        if mistakes is not None:
            mistakes.extend(_mistakes(doc, pairing))
    figures = Tally.of(total(documents)).figures()
    return figures | {"interval_90": intervals(documents)} if documents else figures


def predictions(gold_paths: Iterable[Path]) -> Iterator[tuple[Path, str, list[Event], list[Event]]]:
    """(gold file, document, predicted events, gold events) of every annotated document."""
    for path in gold_paths:
        gold = {document["doc"]: document["events"] for document in read_lines(path)}
        for found in extract_documents(read_lines(documents_of(path))):
            if found["doc"] in gold:
                yield path, found["doc"], found["events"], gold[found["doc"]]


def _mistakes(doc: str, pairing: Pairing) -> Iterator[str]:
    for predicted, gold in pairing.pairs:
        if predicted.get("action") != gold["action"] or not who_ok(predicted, gold):
            yield f"WRONG {doc} {_brief(predicted)} <- gold {_brief(gold)}"
    for event in pairing.extra:
        yield f"EXTRA {doc} {_brief(event)}"
    for event in pairing.missed:
        if event["tier"] == "core":
            yield f"MISSED {doc} {_brief(event)}"


def _brief(event: Event) -> dict[str, Any]:
    return {key: [p["id"] for p in event[key]] if key in ("actors", "targets") else event.get(key) for key in _SHOWN}
