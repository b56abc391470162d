"""`demarche sources list`: the list of sources, and when each last gave an article to the published warehouse."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd
from rich.console import Console
from rich.text import Text

from transforms.errors import InputError
from transforms.ingest.source_list import read_list
from warehouse.query import query

_COLUMNS = ("id", "enabled", "country", "kind", "last_read", "name")
_HEADINGS = ["source", "on", "from", "kind", "last read", "name"]
LAST_READ = Path(__file__).parent / "source_list" / "last_read.sql"


def source_rows(home: Path, seeds: Path, *, enabled_only: bool) -> pd.DataFrame:
    """The rows of the list with `last_read`, the latest night under which an article of theirs became known.

    Blank cells are None, `enabled` is a truth value, `last_read` None where nothing was read or nothing is published.
    """
    rows = pd.DataFrame(read_list(seeds)).replace("", None)
    rows["enabled"] = rows["enabled"] == "1"
    rows["last_read"] = rows["id"].map(_last_read(home))
    shown = rows[rows["enabled"]] if enabled_only else rows
    return shown.astype(object).where(shown.notna(), None)


def show_sources(console: Console, rows: pd.DataFrame) -> None:
    """A line a source; where the terminal is too narrow the name is cut."""
    table = [_HEADINGS, *([_cell(row, column) for column in _COLUMNS] for row in rows.to_dict("records"))]
    widths = [max(len(line[place]) for line in table) for place in range(len(_COLUMNS))]
    for number, line in enumerate(table):
        text = "  ".join(f"{cell:{width}}" for cell, width in zip(line, widths, strict=True)).rstrip()
        style = "bold" if number == 0 else ""
        if console.is_terminal:
            console.print(Text(text, style), no_wrap=True, overflow="ellipsis")
        else:
            console.print(Text(text, style), soft_wrap=True)
    on = int(rows["enabled"].sum())
    console.print(
        f"\n{on} of {len(rows)} switched on. `demarche sources check ID` tries one, `enable ID` switches it on.",
        markup=False,
        highlight=False,
    )


def _cell(row: Mapping[Hashable, Any], column: str) -> str:
    value = row[column]
    if column == "enabled":
        return "on" if value else ""
    return "" if value is None else str(value)


def _last_read(home: Path) -> dict[str, str]:
    try:
        read = query(home, LAST_READ.read_text(encoding="utf-8"))
    except InputError:  # Nothing is published yet.
        return {}
    return dict(zip(read["source_id"], read["last_read"], strict=True))
