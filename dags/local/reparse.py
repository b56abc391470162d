"""Nights parsed again from the raw store, each a run of the nightly DAG, and what that changed."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from rich import box
from rich.console import Console
from rich.table import Table

from dags.local.by_hand import Outcome, run_night
from dags.local.display import Display

COUNTED = ("articles", "unchanged", "changed", "added", "gone")


def nights_to_reparse(home: Path, night: date | None) -> list[date]:
    """`night`, or all that the raw store has. Raises InputError where it has none, or not that one."""
    from transforms.errors import InputError
    from transforms.ingest.readings import Readings

    there = Readings(home / "raw").nights()
    if night is not None and night in there:
        return [night]
    if there and night is None:
        return there
    known = f"give one of its {len(there)} nights, {there[0]} to {there[-1]}" if there else "run a night first"
    raise InputError(f"no night {night}" if night else "no night", str(home / "raw"), known)


def reparse(home: Path, nights: Sequence[date]) -> int:
    """Run each night and tell what it changed; the exit status: 0 all published, 1 one or more were not.

    A night that fails leaves readers and all other nights as they are.
    """
    console = Console(soft_wrap=not sys.stdout.isatty())
    outcomes: dict[date, Outcome] = {}
    for number, night in enumerate(nights, 1):
        console.print(f"Night of [bold]{night}[/bold], {number} of {len(nights)}", highlight=False)
        outcomes[night] = parse_again(console, home, night)
        for why in dict.fromkeys(f"{each['task']} failed: {each['why']}" for each in outcomes[night].failures):
            console.print(f"  {why} (log: {outcomes[night].log})", markup=False, highlight=False, soft_wrap=True)
    _show(console, outcomes)
    return 0 if all(is_published(outcome) for outcome in outcomes.values()) else 1


def parse_again(console: Console, home: Path, night: date) -> Outcome:
    """One night from the raw store of `home`, shown as it goes."""
    with Display(console) as display:
        options = {"source": None, "night": night.isoformat(), "published": None, "reparse": True}
        return run_night(home, options, display.follow)


def is_published(outcome: Outcome) -> bool:
    """Whether the night came through to the end."""
    return outcome.succeeded and "published" in outcome.facts


def _show(console: Console, outcomes: dict[date, Outcome]) -> None:
    table = Table("night", *COUNTED, "", box=box.SIMPLE_HEAD, padding=(0, 2, 0, 0), pad_edge=False, show_edge=False)
    told = {night: outcome.facts.get("compared", {}) for night, outcome in outcomes.items()}
    for night, counts in told.items():
        end = "published" if is_published(outcomes[night]) else "not published"
        table.add_row(str(night), *(str(counts.get(name, "")) for name in COUNTED), end)
    if len(told) > 1:
        table.add_row("all", *(str(sum(counts.get(name, 0) for counts in told.values())) for name in COUNTED), "")
    console.print()
    console.print(table)
    console.print(
        "changed: another text at the same place, kept beside the former; added: read for the first time;\n"
        "gone: not found any more, still kept.",
        highlight=False,
    )
