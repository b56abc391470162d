"""The further fields of claims against gold: `python -m tests.golden.fields GOLD… [--errors FIELD]`.

A field is scored on matched events where gold gives it: `right` of `gold`, `wrong` where another value was filled in,
and `false` where the text gives none and one was filled in all the same. A gold file that never gives a field was not
annotated for it and counts nothing there.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from tests.golden.evaluate import documents_of, read_lines
from tests.golden.scoring import Event, fold, pair, role_hits
from transforms.extract import extract_documents

_Compare = Callable[[Any, Any], bool]
# The narrator is no speaker: gold names the outlet or writes "narrator".
_NARRATOR = "narrator"
_SMALL = frozenset(
    "a an the of and in on to for with by from at over after because as that if until its his her their".split()
)


def _words(text: str | None) -> list[str]:
    return [word.strip(".,;:'\"()") for word in fold(text).replace("open:", "").replace("name:", "").split()]


def same_words(found: str, gold: str) -> bool:
    """Whether two names or places are one: the last word is the same, or one holds the other."""
    a, b = _words(found), _words(gold)
    return bool(a and b) and (a[-1] == b[-1] or " ".join(a) in " ".join(b) or " ".join(b) in " ".join(a))


def overlaps(found: str, gold: str) -> bool:
    """Whether two stretches of words are about the same one: half of the weighty words of the shorter are shared."""
    a, b = set(_words(found)) - _SMALL, set(_words(gold)) - _SMALL
    return bool(a and b) and len(a & b) * 2 >= min(len(a), len(b))


def _value(event: Event, field: str) -> Any:
    """A field's value as it is compared; None where the event has none."""
    name, _, part = field.partition(".")
    value = event.get(name) or None
    if not part or value is None:
        return value
    if field == "attribution.by" and value.get("mode") == _NARRATOR:
        return None
    return value.get(part)


FIELDS: dict[str, _Compare] = {
    "attribution.mode": lambda found, gold: bool(found == gold),
    "attribution.by": same_words,
    "proposers": lambda found, gold: role_hits(found, gold).ok,
    "about": lambda found, gold: role_hits(found, gold).ok,
    "venue": same_words,
    "reason": overlaps,
    "office": lambda found, gold: bool(found == gold),
    "mode": lambda found, gold: bool(found == gold),
    "quantity": lambda found, gold: (found["value"], found["comparator"]) == (gold["value"], gold["comparator"]),
    "condition.text": overlaps,
    "condition.deadline": lambda found, gold: bool(found == gold),
}


def outcome(field: str, found: Event, gold: Event) -> str | None:
    """right, wrong, empty (gold gives it and nothing was found), false (gold gives none); None where neither does."""
    said, true = _value(found, field), _value(gold, field)
    if true is None:
        return None if said is None else "false"
    if said is None:
        return "empty"
    return "right" if FIELDS[field](said, true) else "wrong"


def _outcomes(paths: Iterable[Path]) -> Iterator[tuple[str, str, Event, Event]]:
    """(field, outcome, found, gold) of every matched event."""
    for path in paths:
        gold = {document["doc"]: document["events"] for document in read_lines(path)}
        given = {f for f in FIELDS for events in gold.values() for e in events if _value(e, f) is not None}
        for document in extract_documents(read_lines(documents_of(path))):
            for found, true in pair(document["events"], gold.get(document["doc"], [])).pairs:
                for field in given:
                    result = outcome(field, found, true)
                    if result:
                        yield field, result, found, true


def main() -> None:
    """Print the table, and the mistakes of one field where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--errors", choices=FIELDS, help="print the mistakes of one field first")
    asked = parser.parse_args()
    counts: Counter[tuple[str, str]] = Counter()
    console = Console(soft_wrap=True)
    for field, result, found, gold in _outcomes(asked.gold):
        counts[field, result] += 1
        if field == asked.errors and result != "right":
            line = f"{result.upper()} {_value(found, field)!r} <- gold {_value(gold, field)!r} {gold['sentence']}"
            console.print(line, markup=False, highlight=False)
    table = Table("field", "gold", "right", "share", "wrong", "empty", "false")
    for field in FIELDS:
        right, wrong, empty, false = (counts[field, k] for k in ("right", "wrong", "empty", "false"))
        total = right + wrong + empty
        share = f"{right / total:.2f}" if total else "-"
        table.add_row(field, *(str(n) for n in (total, right)), share, *(str(n) for n in (wrong, empty, false)))
    console.print(table)


if __name__ == "__main__":
    main()
