"""The README's first query and its rows: read them, or write the rows anew with `make readme`."""

from __future__ import annotations

import csv
import io
import re
import sys
import tempfile
from pathlib import Path

from tests.end_to_end.command_line import demarche

ROOT = Path(__file__).resolve().parents[2]

README = ROOT / "README.md"
SECTION = re.compile(r"(## Your first query\n.*?```sql\n)(.*?)(\n```\n\n)((?:\|[^\n]*\n)+)", re.DOTALL)


def first_query(text: str) -> str:
    """The SQL of the section."""
    return _section(text)[2]


def shown_rows(text: str) -> list[list[str]]:
    """The section's table, its header first."""
    lines = [line.strip().strip("|").split("|") for line in _section(text)[4].splitlines()]
    return [[cell.strip() for cell in line] for line in lines if set("".join(line)) != {"-"}]


def rows_of(answer: str) -> list[list[str]]:
    """The rows of a CSV answer, its header first."""
    return list(csv.reader(io.StringIO(answer)))


def with_rows(text: str, rows: list[list[str]]) -> str:
    """The text with the section's table replaced."""
    header, *body = [f"| {' | '.join(row)} |" for row in rows]
    table = "\n".join([header, "|---" * len(rows[0]) + "|", *body]) + "\n"
    return SECTION.sub(lambda found: found[1] + found[2] + found[3] + table, text, count=1)


def _section(text: str) -> re.Match[str]:
    found = SECTION.search(text)
    if found is None:
        raise ValueError("README.md has no section 'Your first query' with an sql block and a table after it")
    return found


def main() -> int:
    text = README.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory(prefix="demarche-readme-") as folder:
        home = Path(folder)
        night = demarche(home, "nightly")
        answer = demarche(home, "query", first_query(text), "--csv")
    if night.status or answer.status:
        print(night.out, night.err, answer.err, file=sys.stderr)
        return 1
    README.write_text(with_rows(text, rows_of(answer.out)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
