"""What is right of each annotated event: the finest grain in which two states of the extractor can be compared.

An optional gold event costs nothing, so it has no outcome, nor has a claim that answers one. A claim that answers no
event at all is an outcome of its own: invented.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from transforms.scoring.fields import FIELDS, outcome, value_of
from transforms.scoring.tally import GROUPS, MEASURED, Event, date_ok, pair, who_ok

RIGHT, WRONG, FALSE, UNASKED = "1", "0", "x", ""
FOUND, INVENTED = "found", "invented"
_PLAIN = ("action", "sides", "event", "full", "status", "day", "precision", "sentence", "measures", "scope")
ASPECTS = (FOUND, *_PLAIN, *FIELDS)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One gold event, or one invented claim: its document, its name there, and a cell for each of `ASPECTS`.

    A cell is RIGHT, WRONG (another value, or none), FALSE (filled in though the text gives none) or UNASKED. `event` is
    gold's id, or `+`, the action and the place of its sentence for an invented claim; `told` says it to a person.
    """

    doc: str
    event: str
    cells: tuple[str, ...]
    told: str = ""

    @property
    def invented(self) -> bool:
        """Whether no gold event stands behind it."""
        return self.event.startswith("+")


def outcomes(documents: Iterable[tuple[str, Sequence[Event], Sequence[Event]]]) -> list[Outcome]:
    """The outcomes of (document, predicted events, gold events), sorted by document and event."""
    every = list(documents)
    given = {f for f in FIELDS for _, _, gold in every for event in gold if value_of(event, f) is not None}
    return sorted((o for each in every for o in _of(*each, given)), key=lambda o: (o.doc, o.event))


def _of(doc: str, predicted: Sequence[Event], gold: Sequence[Event], given: set[str]) -> Iterator[Outcome]:
    pairing = pair(predicted, gold)
    for found, true in pairing.pairs:
        if true["tier"] == "core":
            cells = (RIGHT, *_plain(found, true), *(_further(f, found, true, given) for f in FIELDS))
            yield Outcome(doc, true["id"], cells, brief(true))
    for true in pairing.missed:
        if true["tier"] == "core":
            yield Outcome(doc, true["id"], (WRONG, *(UNASKED for _ in ASPECTS[1:])), brief(true))
    names = Counter[str]()
    for found in sorted(pairing.extra, key=lambda e: (e.get("in", ""), e["start"], e["action"])):
        name = f"+{found['action']}@{'title:' if found.get('in') else ''}{found['start']}"
        names[name] += 1
        again = f"#{names[name]}" if names[name] > 1 else ""
        yield Outcome(doc, name + again, (UNASKED,) * len(ASPECTS), brief(found))


def _plain(found: Event, true: Event) -> Iterator[str]:
    action, sides = found.get("action") == true["action"], who_ok(found, true)
    group = GROUPS.get(found.get("status", "")) == GROUPS[true["status"]]
    precision = [(e.get("date") or {}).get("precision") for e in (found, true)]
    sentence = [(e.get("in") or "text", e["start"], e["end"]) for e in (found, true)]
    for ok in (
        *(action, sides, action and sides, action and sides and group),
        *(found.get("status") == true["status"], date_ok(found, true)),
        *(precision[0] == precision[1], sentence[0] == sentence[1]),
    ):
        yield RIGHT if ok else WRONG
    measures = [set(e.get("measures") or ()) for e in (found, true)]
    for same in (measures[0] == measures[1], found.get("scope") == true.get("scope")):
        yield (RIGHT if same else WRONG) if true["type"] == MEASURED else UNASKED


def _further(field: str, found: Event, true: Event, given: set[str]) -> str:
    result = outcome(field, found, true) if field in given else None
    return {"right": RIGHT, "false": FALSE, None: UNASKED}.get(result, WRONG)


def brief(event: Event) -> str:
    """An event in a few words: action, status, who to whom."""
    sides = [", ".join(p["id"] for p in event.get(role) or ()) or "?" for role in ("actors", "targets")]
    return f"{event['action']}/{event['status']} {sides[0]} -> {sides[1]}"
