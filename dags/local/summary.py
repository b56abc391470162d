"""What a person reads at the end of a night."""

from __future__ import annotations

import os
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from dags.local.by_hand import Outcome
from dags.local.home import state_home

FOLDER = Path(__file__).with_suffix("")
SHOWN = 12
TRY = "SELECT published_date, type, action, status, actor_names, target_names FROM v_events LIMIT 5"


def show(console: Console, outcome: Outcome) -> None:
    """Print the summary of a run: as much of it as the run got to."""
    ingested = outcome.facts.get("ingested")
    place = outcome.facts.get("published") or outcome.facts.get("refused")
    console.print()
    if ingested and place:
        _show_night(console, date.fromisoformat(ingested["night"]), Path(ingested["staging"]), Path(place["warehouse"]))
    if checks := outcome.facts.get("checks"):
        _show_checks(console, checks)
    for task, why in dict.fromkeys((failure["task"], failure["why"]) for failure in outcome.failures):
        if task != "validate" or not checks:
            _plain(console, f"{task} failed: {why}")
    if ingested and ingested["articles"] == 0:
        _plain(console, "No article could be read: nothing new was published.")
    _show_places(console, outcome, place)


def _show_night(console: Console, night: date, staging: Path, warehouse: Path) -> None:
    import duckdb

    texts = {"versions": str(staging / "ingested" / "versions.parquet")}
    with duckdb.connect(str(warehouse), read_only=True) as con:
        read = con.execute(_sql("articles"), texts).fetchone() or (0, 0, None, None)
        events = con.execute(_sql("events"), texts).fetchall()
        aside = con.execute(_sql("set_aside"), {"night": night}).fetchall()
    days = "" if read[2] is None else f", published {read[2]}" + ("" if read[2] == read[3] else f" to {read[3]}")
    console.print(f"Night of [bold]{night}[/bold]", highlight=False)
    _plain(console, f"  Articles read   {read[0]}{days}; {read[1]} tell of events")
    _show_events(console, events)
    _show_set_aside(console, aside)


def _show_events(console: Console, rows: list[tuple[str, str, int]]) -> None:
    by_type: dict[str, list[str]] = {}
    totals: Counter[str] = Counter()
    for kind, status, claims in rows:
        by_type.setdefault(kind, []).append(f"{claims} {status.replace('_', ' ')}")
        totals[kind] += claims
    _plain(console, f"  Events told     {sum(totals.values())}")
    grid = Table.grid(padding=(0, 2))
    for kind, statuses in by_type.items():
        grid.add_row("   ", kind.replace("_", " "), str(totals[kind]), ", ".join(statuses))
    console.print(grid, highlight=False)


def _show_set_aside(console: Console, rows: list[tuple[str, str, str, str | None]]) -> None:
    if not rows:
        _plain(console, "  Set aside       nothing")
        return
    counts = Counter(reason if language is None else f"{reason} ({language})" for _, reason, _, language in rows)
    said = ", ".join(f"{number} {reason.replace('_', ' ')}" for reason, number in counts.items())
    _plain(console, f"  Set aside       {len(rows)}: {said}")
    for locator, reason, detail, language in rows[:SHOWN]:
        tongue = f" ({language})" if language else ""
        _plain(console, f"    {locator}: {reason.replace('_', ' ')}{tongue}: {detail}")
    if len(rows) > SHOWN:
        _plain(console, f"    and {len(rows) - SHOWN} more: demarche query 'SELECT * FROM set_aside'")


def _show_checks(console: Console, checks: dict[str, Any]) -> None:
    console.print(f"  Checks          [{'green' if checks['ok'] else 'red'}]{checks['headline']}[/]", highlight=False)
    for check in checks["failed"]:
        _plain(console, f"    {check}")


def _show_places(console: Console, outcome: Outcome, place: dict[str, Any] | None) -> None:
    if place:
        _plain(console, f"  Warehouse       {_near(place['warehouse'])}")
        _plain(console, f"  Report          {_near(place['report'])}")
    if "published" in outcome.facts:
        _plain(console, f'  Try             demarche query "{TRY}"')
    elif outcome.failures or not outcome.succeeded:
        _plain(console, f"  Log             {_near(outcome.log)}")
        _plain(console, "  Readers keep the last published night." if _published() else "  Nothing is published yet.")


def _published() -> bool:
    return (state_home() / "published" / "current").exists()


def _near(path: str | Path) -> str:
    """The path as a person here would type it."""
    shown = os.path.relpath(path)
    return str(path) if shown.startswith("..") else shown


def _sql(name: str) -> str:
    return (FOLDER / f"{name}.sql").read_text(encoding="utf-8")


def _plain(console: Console, text: str) -> None:
    console.print(text, markup=False, highlight=False, soft_wrap=True)
