"""The further fields of claims against gold: `python -m tests.golden.fields GOLD… [--errors FIELD]`.

A field is scored on matched events where gold gives it: `right` of `gold`, `wrong` where another value was filled in,
and `false` where the text gives none and one was filled in all the same. A gold file that never gives a field was not
annotated for it and counts nothing there.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table

from transforms.extract import extract_documents
from transforms.scoring.fields import FIELDS, outcome, value_of
from transforms.scoring.gold import documents_of, read_lines
from transforms.scoring.tally import Event, pair


def _outcomes(paths: Iterable[Path]) -> Iterator[tuple[str, str, Event, Event]]:
    """(field, outcome, found, gold) of every matched event."""
    for path in paths:
        gold = {document["doc"]: document["events"] for document in read_lines(path)}
        given = {f for f in FIELDS for events in gold.values() for e in events if value_of(e, f) is not None}
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
            line = f"{result.upper()} {value_of(found, field)!r} <- gold {value_of(gold, field)!r} {gold['sentence']}"
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
