"""What the extractor says of our own documents today, a line a claim: `make golden` rewrites it, the diff is read.

The gold says what is right; this says what changed. A change of a rule or a word that alters any claim shows as a line.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.golden.own import own
from transforms.scoring.tally import Event

HERE = Path(__file__).parent
SNAPSHOT = HERE / "own.snapshot.txt"


def lines() -> Iterator[str]:
    """The documents in their order, each with its claims in text order."""
    for doc, predicted, _ in own():
        yield doc
        yield from (f"  {_line(event)}" for event in predicted)


def _line(event: Event) -> str:
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
