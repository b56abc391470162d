"""Print the rows of a query: a table for a person, CSV or JSON for a program."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Any

import pandas as pd
from rich import box
from rich.console import Console
from rich.table import Table


def print_rows(rows: pd.DataFrame, *, csv: bool = False, as_json: bool = False) -> None:
    """The rows in the form asked for; a table where none is."""
    (print_csv if csv else print_json if as_json else print_table)(rows)


def print_csv(rows: pd.DataFrame) -> None:
    """CSV with a header; unknown is empty, days are YYYY-MM-DD, a list is written as JSON."""
    _plain(rows).map(_csv).to_csv(sys.stdout, index=False)


def print_json(rows: pd.DataFrame) -> None:
    """A JSON array of one object a row; unknown is null."""
    records = _plain(rows).to_dict("records")
    print(json.dumps(records, ensure_ascii=False, indent=2, default=_json))


def print_table(rows: pd.DataFrame) -> None:
    """A table as wide as its cells, or one line a cell where the terminal is too narrow for that."""
    plain = _plain(rows)
    names = [str(name) for name in plain.columns]
    lines = [[_cell(value) for value in line] for line in plain.to_numpy()]
    needed = sum(max(map(len, column)) + 2 for column in zip(names, *lines, strict=True))
    if needed > Console().width and sys.stdout.isatty():
        _print_records(names, lines)
        return
    table = Table(*names, box=box.SIMPLE_HEAD, padding=(0, 2, 0, 0), pad_edge=False, show_edge=False)
    for line in lines:
        table.add_row(*line)
    Console(width=needed + len(names) + 4, markup=False, highlight=False).print(table)


def _print_records(names: Sequence[str], lines: Sequence[Sequence[str]]) -> None:
    label = max(len(name) for name in names)
    for line in lines:
        print("\n".join(f"{name:{label}}  {cell}" for name, cell in zip(names, line, strict=True)), end="\n\n")


def _plain(rows: pd.DataFrame) -> pd.DataFrame:
    """Cells as Python values: None for unknown, days as days (DuckDB hands them over as midnights)."""
    days = {
        str(name): column.dt.date
        for name, column in rows.items()
        if pd.api.types.is_datetime64_any_dtype(column) and column.dropna().dt.normalize().eq(column.dropna()).all()
    }
    made = rows.assign(**days).astype(object)
    return made.where(made.notna(), None)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return ", ".join(map(str, value)) if _is_list(value) else str(value)


def _csv(value: Any) -> Any:
    return json.dumps(value.tolist(), ensure_ascii=False, default=str) if _is_list(value) else value


def _is_list(value: Any) -> bool:
    return getattr(value, "ndim", 0) > 0


def _json(value: Any) -> Any:
    return value.tolist() if hasattr(value, "tolist") else str(value)
