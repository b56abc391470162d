"""Validate one night: run every suite over rows that `query` fetches, and say whether the night is fit to use."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import pandas as pd

from expectations.rows import records
from expectations.statements import HERE, bind, read_statement
from expectations.suites import all_suites
from expectations.suites.check import Check, Suite
from expectations.suites.truths import TRUTHS, judged_together
from expectations.verdict import NOT_MADE, Example, Result, Verdict, count, verdict_of

if TYPE_CHECKING:
    from great_expectations.core.batch_definition import BatchDefinition

    from expectations.engine import Outcome

Query = Callable[[str], pd.DataFrame]

#: Refused rows that a result names; the rest is a number.
EXAMPLES = 5
#: Violations that a truth gives at most: a warehouse that is broken throughout must not fill the memory.
MOST_VIOLATIONS = 10_000
#: Up to so many texts all of them are judged every night. Of more those of the night are, and all on Sundays: what a
#: night does not touch is as it was when it passed, and what nobody should have touched is then found within a week.
ALL_TEXTS = 20_000
SUNDAY = 7


@dataclass(frozen=True, slots=True)
class Scope:
    """What is judged: a night, and whether with it all texts of the warehouse."""

    night: date
    whole: bool


def validate(
    query: Query,
    night: date,
    suites: Iterable[Suite] | None = None,
    engine: BatchDefinition[Any] | None = None,
) -> Verdict:
    """The verdict on a night. `query` takes one SELECT and returns its rows; it is never given anything that writes.
    `suites` narrows what is checked (for tests and for a look at one table); without it everything is. `engine` is one
    of `expectations.engine.open_engine` that is used again.

    A check that cannot be made (missing table, failing statement, exception in the library) is a failed critical
    result that carries the exception's text, never a pass. Raises only ExpectationFileError, for a broken file of ours.
    """
    from expectations.engine import open_engine  # noqa: PLC0415  (imports Great Expectations: eight seconds cold)

    engine = open_engine() if engine is None else engine
    sizes: dict[str, int | None] = {}
    results: list[Result] = []
    asked = all_suites() if suites is None else tuple(suites)
    if not asked:
        return verdict_of(())
    scope = Scope(night, night.isoweekday() == SUNDAY or (_size("versions", query, sizes) or 0) <= ALL_TEXTS)
    for suite in asked:
        if suite.name != TRUTHS:
            results.extend(_run(engine, suite, query, scope))
    results.extend(_run_truths(engine, [suite for suite in asked if suite.name == TRUTHS], query, scope, sizes))
    return verdict_of(tuple(results))


def _run(engine: BatchDefinition[Any], suite: Suite, query: Query, scope: Scope) -> list[Result]:
    from expectations.engine import judge  # noqa: PLC0415

    try:
        frame = query(bind(read_statement(suite.batch), scope.night, scope.whole))
        outcomes = judge(engine, suite, frame, value_sets(suite, query))
    except Exception as error:
        # Whatever it was, the night was not checked: that is the finding, and the report shows it.
        return [_not_made(suite, check, f"{type(error).__name__}: {error}") for check in suite.checks]
    return [_row_check(suite, check, outcomes[check.name], frame) for check in suite.checks]


def _run_truths(
    engine: BatchDefinition[Any], suites: Sequence[Suite], query: Query, scope: Scope, sizes: dict[str, int | None]
) -> list[Result]:
    """Every truth asked on its own, all of them judged at once: a batch costs the library more than its checks do."""
    from expectations.engine import judge  # noqa: PLC0415

    found: dict[str, pd.DataFrame | str] = {}
    for suite in suites:
        try:
            sql = bind(read_statement(suite.batch), scope.night, scope.whole)
            found[suite.checks[0].name] = query(f"FROM (\n{sql}\n) LIMIT {MOST_VIOLATIONS}")
        except Exception as error:
            found[suite.checks[0].name] = f"{type(error).__name__}: {error}"
    frames = {name: frame for name, frame in found.items() if isinstance(frame, pd.DataFrame)}
    try:
        outcomes = judge(engine, *judged_together(suites, frames), {}) if frames else {}
    except Exception as error:
        found = dict.fromkeys(found, f"{type(error).__name__}: {error}")
    made = []
    for suite in suites:
        of = found[suite.checks[0].name]
        if isinstance(of, str):
            made.append(_not_made(suite, suite.checks[0], of))
        else:
            made.append(_truth(suite, of, outcomes, _size(suite.table, query, sizes)))
    return made


def value_sets(suite: Suite, query: Query) -> dict[str, list[Any]]:
    """The values of each vocabulary that a suite's checks name, by its file's name."""
    wanted = {check.vocabulary for check in suite.checks if check.vocabulary}
    folder = HERE / "vocabulary"
    return {name: query(read_statement(folder / f"{name}.sql").sql)["value"].tolist() for name in sorted(wanted)}


def _size(table: str, query: Query, sizes: dict[str, int | None]) -> int | None:
    """The number of rows of a table, asked once. A table name comes from the header of our own file."""
    if table not in sizes:
        try:
            sizes[table] = int(query(f'SELECT count(*) AS n FROM "{table}"')["n"].iloc[0])
        except Exception:
            # A truth may be told of a table that is not there; how many rows it has is then simply unknown.
            sizes[table] = None
    return sizes[table]


def _not_made(suite: Suite, check: Check, text: str) -> Result:
    """The result of a check that raised: failed and critical, whatever its own severity."""
    return Result(
        suite.name,
        check.name,
        check.table or suite.table,
        check.column,
        "critical",
        False,
        check.why,
        f"{NOT_MADE}: {text.strip()}",
        None,
        None,
        (),
        rule=check.rule,
        raised=True,
    )


def _truth(suite: Suite, frame: pd.DataFrame, outcomes: Mapping[str, Outcome], size: int | None) -> Result:
    check = suite.checks[0]
    outcome = outcomes[check.name]
    if outcome.raised is not None:
        return _not_made(suite, check, outcome.raised)
    bad = tuple(_example(suite, row, None) for row in records(frame.head(EXAMPLES)))
    found = len(frame)
    return Result(
        suite.name,
        check.name,
        suite.table,
        None,
        check.severity,
        outcome.ok,
        check.why,
        _violations(found),
        found,
        size,
        tuple(example.key for example in bad),
        rule=check.rule,
        examples=bad,
    )


def _violations(found: int) -> str:
    if found >= MOST_VIOLATIONS:
        return f"{MOST_VIOLATIONS:,} violations or more"
    return count(found, "violation") if found else "no violation"


def _row_check(suite: Suite, check: Check, outcome: Outcome, frame: pd.DataFrame) -> Result:
    if outcome.raised is not None:
        return _not_made(suite, check, outcome.raised)
    shown = () if outcome.ok else outcome.bad_rows[:EXAMPLES]
    bad = tuple(_example(suite, row, check.column) for row in shown)
    measured = _measured(suite, check, outcome, frame)
    return Result(
        suite.name,
        check.name,
        check.table or suite.table,
        check.column,
        check.severity,
        outcome.ok,
        check.why,
        _observed(suite, check, outcome, measured),
        outcome.unexpected_count,
        outcome.element_count if outcome.element_count is not None else len(frame),
        tuple(example.key for example in bad),
        rule=check.rule,
        examples=() if suite.is_metric else bad,
        measured=measured,
    )


def _measured(suite: Suite, check: Check, outcome: Outcome, frame: pd.DataFrame) -> float | None:
    """The number behind `observed`: the measurement itself, or what the library counted; None for a check of rows."""
    if suite.is_metric and check.column is not None:
        value = frame[check.column].iloc[0] if len(frame) else None
        return None if value is None or pd.isna(value) else float(value)
    return float(outcome.observed) if isinstance(outcome.observed, int | float) else None


def _observed(suite: Suite, check: Check, outcome: Outcome, measured: float | None) -> str:
    """What was measured, in words: the number itself for a measurement, else how many rows were refused."""
    if suite.is_metric and check.column is not None:
        return "nothing to measure" if measured is None else f"{measured:.4g}"
    if outcome.observed is not None:
        return str(outcome.observed)
    return f"{outcome.unexpected_count or 0:,} of {outcome.element_count or 0:,} rows refused"


def _example(suite: Suite, row: Mapping[Any, Any], column: str | None) -> Example:
    """A refused row: its key in the order of the suite's keys, and what is wrong with it."""
    key = " ".join(str(row[name]) for name in suite.keys)
    value = _text(row.get(column))
    wrong = _text(row.get("wrong")) or (f"{column} is empty" if value is None else f"{column} is “{value}”")
    return Example(key, wrong, _text(row.get("claim_id")), _text(row.get("version_id")))


def _text(value: Any) -> str | None:
    return None if value is None or pd.isna(value) else str(value)
