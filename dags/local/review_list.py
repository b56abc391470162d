"""`demarche review`: a night's changes of state, those first that matter most and are least sure."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
from rich.console import Console
from rich.panel import Panel
from rich.text import Text

from transforms.errors import InputError
from warehouse.published import published_file

FOLDER = Path(__file__).parent / "review"
Row = Mapping[Hashable, Any]
_STYLES = {"confirmed": "green", "disputed": "red"}


def last_night(home: Path) -> date:
    """The label of the latest published night."""
    with duckdb.connect(str(published_file(home)), read_only=True) as con:
        (night,) = con.execute("SELECT max(night) FROM v_last_night").fetchone() or (None,)
    if night is None:
        raise InputError("no night on record", str(published_file(home)), "run `make nightly` first")
    found: date = night
    return found


def changes(home: Path, night: date | None, *, reviewed: bool) -> pd.DataFrame:
    """One row per claim that changes a state in `night` (None: in any), ranked; see review/changes.sql.

    Claims that somebody decided on are left out unless `reviewed`. Columns as the statement gives them.
    """
    sql = (FOLDER / "changes.sql").read_text(encoding="utf-8")
    with duckdb.connect(str(published_file(home)), read_only=True) as con:
        rows: pd.DataFrame = con.execute(sql, {"night": night, "reviewed": reviewed}).df()
    return rows.astype(object).where(rows.notna(), None)


def show_changes(console: Console, rows: pd.DataFrame, night: date | None, limit: int) -> None:
    """A panel a claim: what changes, how sure, its sentence."""
    label = "all nights" if night is None else f"the night of {night}"
    console.print(f"Changes of state in {label}: {len(rows)} to look at", markup=False, highlight=False)
    for row in rows.head(limit).to_dict("records"):
        show_change(console, row)
    if len(rows) > limit:
        console.print(f"and {len(rows) - limit} more: --limit {len(rows)}", markup=False, highlight=False)
    if len(rows):
        told = "`demarche review accept HANDLE --why …`, `reject`, `fix`, `merge`, `split`; `--ask` walks the list."
        console.print(told, markup=False, highlight=False)


def show_change(console: Console, row: Row) -> None:
    """One claim as a panel; plain lines where this is no terminal."""
    what = f"{row['subjects'] or 'unknown'} → {row['objects'] or 'unknown'}: {row['ledger']} {row['state']}"
    facts = " · ".join(doubts(row))
    sentence, place = str(row["sentence"] or ""), str(row["url"] or row["title"] or "")
    head = f"{row['handle']}  {row['rank']:.2f}  {what}"
    if not console.is_terminal:
        lines = "".join(f"\n    {line}" for line in (facts, f"“{sentence}”", place) if line)
        console.print(head + lines, markup=False, highlight=False, soft_wrap=True)
        return
    style = _STYLES.get(str(row["standing"]), "cyan")
    body = Text.assemble((facts, "dim"), "\n", f"“{sentence}”", "\n" if place else "", (place, "dim"))
    console.print(Panel(body, title=Text(head), title_align="left", border_style=style))


def doubts(row: Row) -> list[str]:
    """Why the claim stands where it stands in the list, in words."""
    sure = "confidence unknown" if row["confidence"] is None else f"confidence {row['confidence']:.2f}"
    told = [str(row["standing"]), str(row["status"]).replace("_", " "), _when(row), sure]
    told.append("1 report" if row["reports"] == 1 else f"{row['reports']} reports")
    if row["has_two_readings"]:
        told.append("two readings")
    if row["reverses"]:
        told.append("reverses what stood")
    return [*told, f"impact {row['impact']:.1f}"]


def _when(row: Row) -> str:
    start, end = (None if row[name] is None else str(row[name])[:10] for name in ("date_start", "date_end"))
    if start is None and end is None:
        return "day unknown"
    return str(start) if start == end else f"{start or '..'} to {end or '..'}"
