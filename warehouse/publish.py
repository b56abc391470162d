"""Write, audit, publish: the last step, in an order that a kill at any moment does not harm.

1. The candidate's `ops_*` rows say how the run ended, and the file is closed.
2. The publication is made under a temporary name and synced: readers do not see it, a kill leaves a stray folder that
   the next publication removes.
3. It is renamed to `published/<id>`: whole, but not current. A kill here leaves everything as it was for readers and
   for the writer; the night run again finds the folder and goes on.
4. The candidate is moved over `warehouse.duckdb`: the writer now has the night, which passed its checks. A kill here
   leaves readers with the former night; `publish` again (a task's retry) or the night run again goes on with 5.
5. `current` is flipped in one step: readers that open from now on see the new rows, open readers keep the old ones.
6. Publications beyond the seven kept are removed.

The writer's file moves before readers do, since otherwise a kill in between would let the next night start from a
file that lacks what readers have already seen.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import duckdb

from transforms.errors import InputError
from warehouse.build import connect_new
from warehouse.contents import content_hashes, publication_id
from warehouse.copy import write_copy
from warehouse.export import write_exports
from warehouse.load import WRITER, remove_database
from warehouse.published import DATABASE, REFUSED, REPORT, Published, current, flip, prune, sync
from warehouse.runs import OF_A_RUN, CheckResult, end_run, forget_run, record_checks, running
from warehouse.statements import sql_text
from warehouse.transaction import transaction

__all__ = ["Published", "content_hashes", "current", "publish", "refuse"]


def publish(  # noqa: PLR0913
    home: Path,
    night: date,
    candidate: Path,
    report_html: str,
    checks: Iterable[CheckResult] = (),
    *,
    progress: Callable[[str], None] = lambda told: None,
) -> Published:
    """Publish a candidate that passed its checks; the caller holds the writer's lock.

    `checks` are the results to keep in `ops_checks`, those that held and those that only warn. Content that the
    current publication of this night already has changes nothing for readers: its folder stays as it is.
    `progress` gets a line for each part of what goes out.
    Called again after a kill, it goes on where it was (see the module's text).
    Raises InputError where there is no candidate and nothing to go on with.
    """
    published = home / "published"
    published.mkdir(parents=True, exist_ok=True)
    if not candidate.exists():
        return _go_on(home, night, candidate)
    identity = publication_id(night, content_hashes(candidate))
    _end(candidate, night, "published", identity, checks)
    _copy_runs(home / WRITER, candidate)
    target = published / identity
    if not target.exists():
        _make(target, night, candidate, report_html, current(home), progress)
    _to_writer(home, candidate)
    flip(home, identity)
    prune(home)
    return Published(identity, target)


def refuse(home: Path, night: date, candidate: Path, report_html: str, checks: Iterable[CheckResult]) -> Path:
    """Put a candidate that failed its checks aside; returns `home/refused/<night>`; the caller holds the lock.

    The folder gets the candidate and its report, in place of an earlier refusal of the night. The writer's file keeps
    the rows of the run in `ops_*`, so the failure is on record, and nothing else of the night. `current` stays.
    """
    run_id = _end(candidate, night, "refused", None, checks)
    _record_refusal(home, candidate, run_id)
    folder = home / "refused" / str(night)
    aside = folder.with_name(f".making-{night}")
    for leftover in (aside, folder):
        shutil.rmtree(leftover, ignore_errors=True)
    aside.mkdir(parents=True)
    (aside / REPORT).write_text(report_html, encoding="utf-8")
    candidate.replace(aside / REFUSED)
    aside.replace(folder)
    return folder


def _end(candidate: Path, night: date, status: str, identity: str | None, checks: Iterable[CheckResult]) -> str:
    con = duckdb.connect(str(candidate))
    try:
        run_id = running(con, night)
        kept = tuple(checks)
        if kept:
            record_checks(con, run_id, kept)
        end_run(con, run_id, status, identity)
        con.execute("CHECKPOINT")
    finally:
        con.close()
    return run_id


def _make(  # noqa: PLR0913, PLR0917
    target: Path, night: date, candidate: Path, report_html: str, last: Path | None, progress: Callable[[str], None]
) -> None:
    aside = target.with_name(f".making-{target.name}")
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir()
    write_copy(candidate, aside / DATABASE)
    progress("DuckDB file written")
    write_exports(aside, target.name, night, last, progress)
    (aside / REPORT).write_text(report_html, encoding="utf-8")
    folders = (path for path in sorted(aside.rglob("*")) if path.is_dir())
    for path in (aside / DATABASE, aside / REPORT, *folders, aside):
        sync(path)
    aside.replace(target)
    sync(target.parent)


def _to_writer(home: Path, candidate: Path) -> None:
    sync(candidate)
    candidate.replace(home / WRITER)
    remove_database(candidate)
    sync(home)


def _go_on(home: Path, night: date, candidate: Path) -> Published:
    writer = home / WRITER
    identity = publication_id(night, content_hashes(writer)) if writer.exists() else ""
    target = home / "published" / identity
    if not identity or not target.is_dir():
        raise InputError(f"no candidate {candidate.name!r}", str(candidate.parent), "load the night, then publish")
    flip(home, identity)
    prune(home)
    return Published(identity, target)


def _record_refusal(home: Path, candidate: Path, run_id: str) -> None:
    writer, aside = home / WRITER, home / "candidate" / "refusal.partial"
    remove_database(aside)
    if writer.exists():
        shutil.copyfile(writer, aside)
    con = connect_new(aside)
    try:
        forget_run(con, run_id)
    finally:
        con.close()
    _copy_runs(candidate, aside)
    sync(aside)
    aside.replace(writer)


def _copy_runs(source: Path, target: Path) -> None:
    """Have the runs that `target` lacks from `source`, such as a night refused while this one was made."""
    if not source.exists():
        return
    con = duckdb.connect(str(target))
    try:
        con.execute(f"ATTACH {sql_text(source)} AS source (READ_ONLY)")
        there = con.execute("SELECT table_name FROM duckdb_tables() WHERE database_name = 'source'").fetchall()
        with transaction(con):
            # A file of an earlier schema lacks the later of these tables.
            for table in (name for name in OF_A_RUN if (name,) in there):
                con.execute(
                    f"INSERT INTO {table} BY NAME "
                    f"SELECT * FROM source.{table} WHERE run_id NOT IN (SELECT r.run_id FROM ops_runs AS r)"
                )
        con.execute("DETACH source")
        con.execute("CHECKPOINT")
    finally:
        con.close()
