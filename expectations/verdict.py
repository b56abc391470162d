"""What the checks say of a night: frozen, typed, free of the library that found it out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["critical", "warning"]
#: How `Result.observed` begins for a check that could not be made.
NOT_MADE = "could not be checked"


@dataclass(frozen=True, slots=True)
class Example:
    """One row that a check refused: its key, what is wrong with it, and where its sentence can be read."""

    key: str
    wrong: str
    claim_id: str | None = None
    version_id: str | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What one check found.

    `expectation` is the check's own name, unique within its suite; `rule` is the Great Expectations type behind it.
    `observed` is the value measured, or the text of the exception where the check could not be made (`raised`).
    `unexpected_count` and `element_count` are rows; None where the check could not count. `measured` is the number that
    a measurement gave (a share from 0 to 1, days, articles …); None for a check of rows and where nothing was there.
    """

    suite: str
    expectation: str
    table: str
    column: str | None
    severity: Severity
    ok: bool
    why: str
    observed: str | None
    unexpected_count: int | None
    element_count: int | None
    example_keys: tuple[str, ...]
    rule: str = ""
    examples: tuple[Example, ...] = ()
    raised: bool = False
    measured: float | None = None

    @property
    def where(self) -> str:
        """The table, with the column where there is one."""
        return self.table if self.column is None else f"{self.table}.{self.column}"

    @property
    def line(self) -> str:
        """How severe, which check, on what, what it found, and why it is expected: what a failure says of itself."""
        return f"{self.severity}: {self.suite}/{self.expectation} on {self.where} ({self.observed}): {self.why}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a night is fit to use: `ok` is False as soon as one critical check failed."""

    ok: bool
    results: tuple[Result, ...]

    @property
    def failures(self) -> tuple[Result, ...]:
        """The failed critical checks: each of them stops publication."""
        return tuple(r for r in self.results if not r.ok and r.severity == "critical")

    @property
    def warnings(self) -> tuple[Result, ...]:
        """The failed checks that are shown but stop nothing."""
        return tuple(r for r in self.results if not r.ok and r.severity == "warning")

    @property
    def headline(self) -> str:
        """The verdict in plain words, one sentence."""
        made = len(self.results)
        if not self.ok:
            return f"Not published: {count(len(self.failures), 'critical check')} of {made} failed."
        if self.warnings:
            return f"Fit to use, with {count(len(self.warnings), 'warning')}: all critical checks passed, {made} made."
        return f"Fit to use: all {count(made, 'check')} passed."


def count(number: int, noun: str) -> str:
    """`1 check`, `2 checks`, `1,234 checks`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def verdict_of(results: tuple[Result, ...]) -> Verdict:
    """The verdict that follows from results. No result at all is no proof, hence not ok."""
    stopped = any(not r.ok and r.severity == "critical" for r in results)
    return Verdict(ok=bool(results) and not stopped, results=results)
