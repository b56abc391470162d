"""Reading one seed file: rows as dictionaries, with errors that name file and line."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from transforms.errors import SeedError


def read_rows(path: Path, columns: Sequence[str]) -> list[dict[str, str]]:
    """The rows of a seed CSV that must have at least `columns`; cells are stripped, blanks stay "".

    Raises SeedError where the file or a column is missing.
    """
    if not path.exists():
        raise SeedError(
            f"no file {path.name}", str(path.parent), "restore it from git: the extractor cannot run without"
        )
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        missing = set(columns) - set(reader.fieldnames or ())
        if missing:
            raise SeedError(f"no column {sorted(missing)}", path.name, f"its header must hold {list(columns)}")
        return [{key: (value or "").strip() for key, value in row.items() if key} for row in reader]


def cell_day(cell: str, path: Path, column: str) -> date | None:
    """An ISO 8601 day from a cell, None from a blank. Raises SeedError for anything else."""
    if not cell:
        return None
    try:
        return date.fromisoformat(cell)
    except ValueError as error:
        raise SeedError(f"{cell!r} as {column}", path.name, "write an ISO 8601 day such as 2019-01-31") from error
