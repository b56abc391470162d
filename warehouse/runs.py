"""What is kept about runs: the only rows with the wall clock."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Protocol

import duckdb

from transforms.errors import InputError
from warehouse.build import schema_version


@dataclass(frozen=True, slots=True)
class RunInfo:
    """A run as its starter knows it; `started_at` is aware (UTC), `source` None for the scheduled sources."""

    run_id: str
    started_at: datetime
    extractor_version: str
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a run; None where nothing was counted or measured."""

    step: str
    rows_in: int | None
    rows_out: int | None
    rows_set_aside: int | None
    seconds: float | None
    status: str = "done"


class CheckResult(Protocol):
    """The part of an expectation's result that is kept: one row of ops_checks."""

    @property
    def suite(self) -> str: ...
    @property
    def expectation(self) -> str: ...
    @property
    def table(self) -> str: ...
    @property
    def column(self) -> str | None: ...
    @property
    def severity(self) -> str: ...
    @property
    def ok(self) -> bool: ...
    @property
    def why(self) -> str: ...
    @property
    def observed(self) -> str | None: ...
    @property
    def unexpected_count(self) -> int | None: ...
    @property
    def element_count(self) -> int | None: ...
    @property
    def example_keys(self) -> Sequence[str]: ...
    @property
    def measured(self) -> float | None: ...
    @property
    def rule(self) -> str: ...


#: The tables with rows of a run, the run itself last: who sees it sees all of it.
OF_A_RUN = ("ops_acceptances", "ops_checks", "ops_twice", "ops_steps", "ops_runs")


def begin_run(con: duckdb.DuckDBPyConnection, night: date, run: RunInfo) -> None:
    """Put a run on record as running; a retry under the same id starts it afresh."""
    forget_run(con, run.run_id)
    con.execute(
        "INSERT INTO ops_runs VALUES (?, ?, ?, ?, NULL, 'running', ?, ?, NULL)",
        [run.run_id, night, run.source, run.started_at, run.extractor_version, schema_version(con)],
    )


def forget_run(con: duckdb.DuckDBPyConnection, run_id: str) -> None:
    """Take all rows of a run off the record, to write them anew."""
    for table in OF_A_RUN:
        con.execute(f"DELETE FROM {table} WHERE run_id = ?", [run_id])


def record_step(con: duckdb.DuckDBPyConnection, run_id: str, step: Step) -> None:
    """Put one step on record; the same step again replaces its row."""
    values = [step.rows_in, step.rows_out, step.rows_set_aside, step.seconds, step.status]
    con.execute("INSERT OR REPLACE INTO ops_steps VALUES (?, ?, ?, ?, ?, ?, ?)", [run_id, step.step, *values])


def record_checks(con: duckdb.DuckDBPyConnection, run_id: str, checks: Iterable[CheckResult]) -> None:
    """Put the results of a run's checks on record in place of earlier ones."""
    con.execute("DELETE FROM ops_checks WHERE run_id = ?", [run_id])
    for c in checks:
        place = [c.suite, c.expectation, c.table, c.column, c.severity, c.ok, c.why]
        found = [c.observed, c.unexpected_count, c.element_count, list(c.example_keys), c.measured, c.rule]
        con.execute(f"INSERT INTO ops_checks VALUES (?{', ?' * 13})", [run_id, *place, *found])


def record_acceptances(
    con: duckdb.DuckDBPyConnection, run_id: str, overruled: Iterable[CheckResult], reason: str
) -> None:
    """Put on record that a person overruled these failed checks of a run, and why, in place of earlier ones.

    Raises InputError for a reason without words.
    """
    if not reason.strip():
        raise InputError("an empty reason", "what was to be accepted", "say in words why the failed checks are no harm")
    con.execute("DELETE FROM ops_acceptances WHERE run_id = ?", [run_id])
    for c in overruled:
        values = [run_id, c.suite, c.expectation, c.observed, reason.strip(), datetime.now(UTC)]
        con.execute("INSERT INTO ops_acceptances VALUES (?, ?, ?, ?, ?, ?)", values)


def base_of(con: duckdb.DuckDBPyConnection, run_id: str) -> str | None:
    """The publication from which the candidate of a run was made; None where nothing was published then."""
    row = con.execute(
        "SELECT published_id FROM ops_runs WHERE status = 'published' AND run_id <> ? "
        "ORDER BY ended_at DESC, run_id DESC LIMIT 1",
        [run_id],
    ).fetchone()
    return None if row is None else str(row[0])


def running(con: duckdb.DuckDBPyConnection, night: date) -> str:
    """The id of the run that loaded this night into the file. Raises InputError where none did."""
    row = con.execute(
        "SELECT run_id FROM ops_runs WHERE night = ? ORDER BY ended_at IS NULL DESC, started_at DESC, run_id LIMIT 1",
        [night],
    ).fetchone()
    if row is None:
        raise InputError(f"no run of night {night}", "the candidate", "load the night first")
    return str(row[0])


def end_run(con: duckdb.DuckDBPyConnection, run_id: str, status: str, published_id: str | None) -> None:
    """Put the end of a run on record."""
    con.execute(
        "UPDATE ops_runs SET ended_at = greatest(?, started_at), status = ?, published_id = ? WHERE run_id = ?",
        [datetime.now(UTC), status, published_id, run_id],
    )
