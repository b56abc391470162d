"""The warehouse made anew from the raw store and the seeds alone, and how it differs from the one in use."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from rich import box
from rich.console import Console
from rich.table import Table

from dags.local.home import SCORED

ASIDE = "rebuilt"
Run = Callable[[Path, date], str | None]


@dataclass(frozen=True, slots=True)
class Compared:
    """Content tables that are the same in both files, and those that are not, in order of name."""

    same: tuple[str, ...]
    differing: tuple[str, ...]


def make_anew(home: Path, nights: Sequence[date], run: Run) -> Path:
    """Run `nights`, the oldest first, from the raw store of `home` into `home/rebuilt`; its warehouse's path.

    `run` parses one night again in the state folder given and returns why it was not published, None where it was.
    What an earlier rebuild left is thrown away. Raises InputError where a night does not come through.
    """
    from transforms.errors import InputError
    from warehouse.load import WRITER

    aside = home / ASIDE
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(parents=True)
    # A link: the store is written once and read here, and may be larger than the disk has room for twice.
    (aside / "raw").symlink_to(home / "raw", target_is_directory=True)
    # Nor is the extractor scored a second time.
    (home / SCORED).mkdir(exist_ok=True)
    (aside / SCORED).symlink_to(home / SCORED, target_is_directory=True)
    for night in sorted(nights):
        why = run(aside, night)
        if why is not None:
            raise InputError(f"the night of {night} ({why})", str(aside), f"demarche reparse --night {night}, mend it")
    return aside / WRITER


def compare(home: Path, anew: Path) -> Compared:
    """The content tables (all but `ops_*`) of the writer's file in `home` against those of the file made anew."""
    from warehouse.contents import content_hashes
    from warehouse.load import WRITER

    there = content_hashes(home / WRITER) if (home / WRITER).exists() else {}
    made = content_hashes(anew)
    names = sorted(there.keys() | made.keys())
    differing = tuple(name for name in names if there.get(name) != made.get(name))
    return Compared(tuple(name for name in names if name not in differing), differing)


def replace(home: Path, night: date, anew: Path) -> str:
    """Publish the file made anew in place of the one in use, once it passes the checks; the publication's id.

    Runs and scores that the file in use has on record stay on record. Raises CheckError where a critical check fails:
    nothing changes then.
    """
    import duckdb

    from expectations.report import render
    from expectations.run import validate
    from transforms.errors import CheckError
    from transforms.extract import EXTRACTOR_VERSION
    from transforms.scoring.state import state_now
    from warehouse.accuracy import keep_scores, store_scores
    from warehouse.load import WRITER
    from warehouse.lock import writer_lock
    from warehouse.publish import publish
    from warehouse.query import reader
    from warehouse.runs import RunInfo, begin_run

    candidate = home / "candidate" / f"{night}.duckdb"
    candidate.parent.mkdir(parents=True, exist_ok=True)
    with writer_lock(home):
        shutil.copyfile(anew, candidate)
        started = datetime.now(UTC)
        with duckdb.connect(str(candidate)) as con:
            begin_run(con, night, RunInfo(f"rebuild-{started:%Y%m%dT%H%M%S}", started, EXTRACTOR_VERSION))
        keep_scores(candidate, home / WRITER)
        store_scores(candidate, home / SCORED / state_now().file_name, started)
        with reader(candidate) as query:
            verdict = validate(query, night)
            html = render(query, verdict, night)
        if not verdict.ok:
            candidate.unlink()
            failed = "; ".join(f"{each.suite}/{each.expectation}" for each in verdict.failures)
            raise CheckError(failed, str(anew), "mend what failed, then rebuild again")
        return publish(home, night, candidate, html, verdict.results).id


def rebuild(home: Path, nights: Sequence[date], swap: bool) -> int:
    """Make the warehouse anew, tell what differs, and replace the one in use where `swap` asks for it.

    Returns the exit status: 0 the same, 1 one or more tables differ.
    """
    console = Console(soft_wrap=not sys.stdout.isatty())
    total = len(nights)
    numbers = {night: number for number, night in enumerate(sorted(nights), 1)}

    def run(aside: Path, night: date) -> str | None:
        console.print(f"Night of [bold]{night}[/bold], {numbers[night]} of {total}", highlight=False)
        return _by_hand(console, aside, night)

    anew = make_anew(home, nights, run)
    compared = compare(home, anew)
    _show(console, compared)
    if swap:
        console.print(f"published {replace(home, max(nights), anew)}", highlight=False)
        shutil.rmtree(home / ASIDE)
    else:
        console.print(f"made anew: {anew}", highlight=False, soft_wrap=True)
    return 1 if compared.differing else 0


def _by_hand(console: Console, aside: Path, night: date) -> str | None:
    from dags.local.reparse import is_published, parse_again

    outcome = parse_again(console, aside, night)
    if is_published(outcome):
        return None
    return "; ".join(dict.fromkeys(f"{each['task']}: {each['why']}" for each in outcome.failures)) or "not published"


def _show(console: Console, compared: Compared) -> None:
    table = Table("table", "", box=box.SIMPLE_HEAD, padding=(0, 2, 0, 0), pad_edge=False, show_edge=False)
    for name in compared.differing:
        table.add_row(name, "differs")
    if compared.differing:
        console.print(table)
    console.print(f"{len(compared.same)} tables are the same, {len(compared.differing)} differ.", highlight=False)
