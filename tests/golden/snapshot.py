"""What the extractor says of our own documents today, a line a claim: `make golden` rewrites it, the diff is read.

The gold says what is right; this says what changed. A change of a rule or a word that alters any claim shows as a line.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from transforms.extract import extract_documents
from transforms.scoring.gold import OWN, documents_of, read_lines

HERE = Path(__file__).parent
DOCUMENTS = documents_of(OWN)
SNAPSHOT = HERE / "own.snapshot.txt"


def lines() -> Iterator[str]:
    """The documents in their order, each with its claims in text order."""
    for found in extract_documents(read_lines(DOCUMENTS)):
        yield found["doc"]
        yield from (f"  {_line(event)}" for event in found["events"])


def _line(event: dict[str, Any]) -> str:
    who = " -> ".join(", ".join(p["id"] for p in event[role]) or "?" for role in ("actors", "targets"))
    day = event["date"]
    span = day["start"] if day["start"] == day["end"] else f"{day['start'] or ''}..{day['end'] or ''}"
    more = [event["action"], event["status"], who, f"{day['precision']} {span}", *event.get("measures", ())]
    return " | ".join([*more, f"[{event.get('in', 'text')} {event['start']}:{event['end']}]"])


def main() -> None:
    """Write the snapshot anew."""
    SNAPSHOT.write_text("\n".join(lines()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
