"""Truths of the whole warehouse: a file `truths/<name>.sql` a truth, its severity and reason in its header.

Each statement returns the violations, one row each: `row_key`, `wrong`, `claim_id`, `version_id` (the last two may be
NULL; they let the report open the sentence). A truth holds where no row comes back.
"""

from __future__ import annotations

from typing import cast

from expectations.errors import ExpectationFileError
from expectations.statements import HERE, Statement, read_statement
from expectations.suites.check import Check, Suite
from expectations.verdict import Severity


def truths() -> tuple[Suite, ...]:
    """One suite a file, in the order of their names. Raises ExpectationFileError where a header is incomplete."""
    return tuple(_suite(read_statement(path)) for path in sorted((HERE / "truths").glob("*.sql")))


def _suite(statement: Statement) -> Suite:
    severity = statement.require("severity")
    if severity not in ("critical", "warning"):
        raise ExpectationFileError(f"severity '{severity}'", statement.path.name, "write critical or warning")
    check = Check(
        statement.path.stem,
        "expect_table_row_count_to_equal",
        cast(Severity, severity),
        statement.require("why"),
        parameters={"value": 0},
    )
    return Suite("truths", statement.require("table"), statement.path, ("row_key",), (check,))
