"""A refused night published all the same, because a person says why its failed checks are no harm."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from dags.local.progress import say

if TYPE_CHECKING:
    import duckdb

    from expectations.verdict import Verdict

AGAIN = "run that night again (demarche reparse --night {night})"


@dataclass(frozen=True, slots=True)
class Accepted:
    """What was published: the publication's id and folder, and the verdict that a person overruled."""

    id: str
    path: Path
    night: date
    verdict: Verdict


def refused_night(home: Path, night: date | None) -> date:
    """`night`, or the only one that lies in `refused/`.

    Raises InputError where there is no such night, or where several wait and none is named.
    """
    from transforms.errors import InputError
    from warehouse.published import REFUSED

    folder = home / "refused"
    waiting = sorted(path.parent.name for path in folder.glob(f"[0-9]*/{REFUSED}"))
    if night is not None and str(night) in waiting:
        return night
    if night is None and len(waiting) == 1:
        return date.fromisoformat(waiting[0])
    known = f"give one of {', '.join(waiting)} with --night" if waiting else "only a refused night can be accepted"
    raise InputError(
        f"{'no' if night or not waiting else 'more than one'} refused night{f' {night}' if night else ''}",
        str(folder),
        known,
    )


def accept(home: Path, night: date, reason: str) -> Accepted:
    """Check the refused candidate of `night` again and publish it, each critical check that fails on record with
    `reason` in `ops_acceptances`. The way back is to run the night again: its rows take the place of these.

    Raises InputError for an empty reason, LockError where another publication came since the candidate was loaded: its
    rows would be lost. Nothing changes then.
    """
    from transforms.errors import InputError
    from warehouse.load import remove_database
    from warehouse.lock import writer_lock
    from warehouse.publish import publish
    from warehouse.published import REFUSED

    if not reason.strip():
        raise InputError("an empty reason", "--accept", "say in words why the failed checks are no harm")
    refused = home / "refused" / str(night)
    # A name of its own: `<night>.duckdb` may be the candidate of a run that goes on now.
    copy = home / "candidate" / f"{night}-accepted.duckdb"
    copy.parent.mkdir(parents=True, exist_ok=True)
    with writer_lock(home):
        remove_database(copy)
        shutil.copyfile(refused / REFUSED, copy)
        try:
            verdict, html = _checked_again(home, night, copy, reason)
            done = publish(home, night, copy, html, progress=say)
        finally:
            remove_database(copy)
        shutil.rmtree(refused)
    return Accepted(done.id, done.path, night, verdict)


def _checked_again(home: Path, night: date, copy: Path, reason: str) -> tuple[Verdict, str]:
    """The verdict on a refused candidate and its report; both are put on record in it."""
    import duckdb

    from expectations.report import render
    from expectations.run import validate
    from warehouse.build import connect_new
    from warehouse.query import reader
    from warehouse.runs import record_acceptances, record_checks, running

    with connect_new(copy) as con:
        run_id = running(con, night)
        _same_base(home, night, con, run_id)
    with reader(copy) as query:
        verdict = validate(query, night)
    with duckdb.connect(str(copy)) as con:
        record_checks(con, run_id, verdict.results)
        record_acceptances(con, run_id, verdict.failures, reason)
    with reader(copy) as query:
        return verdict, render(query, verdict, night)


def _same_base(home: Path, night: date, con: duckdb.DuckDBPyConnection, run_id: str) -> None:
    from transforms.errors import LockError
    from warehouse.published import current
    from warehouse.runs import base_of

    base, now = base_of(con, run_id), current(home)
    if base != (now.name if now else None):
        raise LockError(
            f"a publication that is not the one loaded from ({base or 'none'})",
            str(home / "published" / "current"),
            f"what was published since would be lost: {AGAIN.format(night=night)}",
        )


def told(accepted: Accepted) -> list[str]:
    """What was overruled, in lines for a person; a check that could not be made is told as such."""
    failures = accepted.verdict.failures
    if not failures:
        return ["No critical check fails any more: nothing had to be overruled."]
    lines = []
    for result in failures:
        how = "NOT CHECKED, overruled all the same" if result.raised else "overruled"
        lines.append(f"{how}: {result.line}")
    return lines
