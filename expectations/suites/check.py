"""The two small records a suite is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from expectations.statements import HERE
from expectations.verdict import Severity


@dataclass(frozen=True, slots=True)
class Check:
    """One expectation. `rule` is a Great Expectations type, `parameters` its arguments but for severity and meta.

    `vocabulary` names a file `vocabulary/<name>.sql`, whose values become the `value_set`.
    `table` is set where it is not the suite's. `why` says what would go wrong without the check.
    """

    name: str
    rule: str
    severity: Severity
    why: str
    column: str | None = None
    parameters: Mapping[str, Any] = field(default_factory=dict)
    vocabulary: str | None = None
    table: str | None = None


@dataclass(frozen=True, slots=True)
class Suite:
    """The checks of one batch of rows. `keys` name a row of the batch; `batch` is the SQL file that gives the rows."""

    name: str
    table: str
    batch: Path
    keys: tuple[str, ...]
    checks: tuple[Check, ...]
    is_metric: bool = False


def night_rows(table: str) -> Path:
    """The SQL file that gives the night's rows of a table."""
    return HERE / "batches" / f"{table}.sql"
