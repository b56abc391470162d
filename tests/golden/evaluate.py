"""The extractor against gold files: `demarche evaluate GOLD…` prints what this module counts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.highlighter import JSONHighlighter

from transforms.scoring.gold import predictions
from transforms.scoring.intervals import intervals, total
from transforms.scoring.tally import Event, Pairing, Tally, who_ok

_SHOWN = ("type", "action", "status", "actors", "targets", "sentence")


def evaluate(gold_paths: list[Path], errors: int = 0) -> dict[str, Any]:
    """Extract from the documents beside each gold file, print the figures of all together, and return them."""
    console = Console(soft_wrap=True)
    mistakes: list[str] = []
    scored = figures_of(gold_paths, mistakes)
    for line in mistakes[:errors]:
        console.print(line, markup=False, highlight=False)
    console.print(JSONHighlighter()(_compact(scored)))
    return scored


def _compact(scored: dict[str, Any]) -> str:
    """Indented JSON with each interval on one line."""
    return re.sub(r"\[\s+([\d.]+),\s+([\d.]+)\s+\]", r"[\1, \2]", json.dumps(scored, indent=2))


def figures_of(gold_paths: list[Path], mistakes: list[str] | None = None) -> dict[str, Any]:
    """The figures of all gold files together, the chief ones' 90 % intervals; each error as a line in `mistakes`."""
    return figures((each[1:] for each in predictions(gold_paths)), mistakes)


def figures(
    found: Iterable[tuple[str, Sequence[Event], Sequence[Event]]], mistakes: list[str] | None = None
) -> dict[str, Any]:
    """The same of (document, predicted events, gold events)."""
    documents = []
    for doc, predicted, gold in found:
        tally = Tally()
        pairing = tally.add(predicted, gold)
        documents.append(tally.parts())
        if mistakes is not None:
            mistakes.extend(_mistakes(doc, pairing))
    made = Tally.of(total(documents)).figures()
    return made | {"interval_90": intervals(documents)} if documents else made


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
