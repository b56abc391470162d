"""News of other subjects, on which the extractor should keep silent: `make background` (needs ../shared).

Nearly none of these items holds an event of ours; each that gives one is listed, for a person to say which are right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from tests.golden.annotated import SHARED
from transforms.extract import extract_documents
from transforms.scoring.gold import read_lines

DOCUMENTS = SHARED / "corpus" / "background.jsonl"
_BEGINNING = 70


def listed(found: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """A line an event: its document, what it says, how sure it is, and how its sentence begins."""
    for document in found:
        for event in document["events"]:
            sides = [", ".join(p["id"] for p in event[role]) or "?" for role in ("actors", "targets")]
            said = f"{sides[0]} {event['action']}/{event['status']} {sides[1]}"
            yield f"{document['doc']}  {event['confidence']:.2f}  {said}: {event['sentence'][:_BEGINNING]}"


def silence(found: Sequence[Mapping[str, Any]]) -> str:
    """The share of documents that gave nothing."""
    silent = sum(not document["events"] for document in found)
    events = sum(len(document["events"]) for document in found)
    return f"{silent} of {len(found)} documents gave no event, {silent / len(found):.3f}; the others {events} events"


def found() -> list[dict[str, Any]]:
    """What the extractor says of each document."""
    return list(extract_documents(read_lines(DOCUMENTS)))


def main() -> None:
    """Print the events and the share."""
    if not DOCUMENTS.exists():
        raise SystemExit(f"no {DOCUMENTS}: the background documents are not part of the repository")
    documents = found()
    print(*listed(documents), silence(documents), sep="\n")


if __name__ == "__main__":
    main()
