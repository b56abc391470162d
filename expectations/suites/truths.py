"""Truths of the whole warehouse: a file `truths/<name>.sql` a truth, its severity and reason in its header.

Each statement returns the violations, one row each: `row_key`, `wrong`, `claim_id`, `version_id` (the last two may be
NULL; they let the report open the sentence). A truth holds where no row comes back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import cast

import pandas as pd

from expectations.errors import ExpectationFileError
from expectations.statements import HERE, Statement, read_statement
from expectations.suites.check import Check, Suite
from expectations.verdict import Severity

#: The suite's name, and the folder of its statements.
TRUTHS = "truths"


def truths() -> tuple[Suite, ...]:
    """One suite a file, in the order of their names. Raises ExpectationFileError where a header is incomplete."""
    return tuple(_suite(read_statement(path)) for path in sorted((HERE / TRUTHS).glob("*.sql")))


def judged_together(suites: Sequence[Suite], frames: Mapping[str, pd.DataFrame]) -> tuple[Suite, pd.DataFrame]:
    """One suite and one row of numbers in place of many frames: a column a truth, with its violations."""
    checks = tuple(
        replace(check, rule="expect_column_max_to_be_between", column=check.name, parameters={"max_value": 0})
        for suite in suites
        for check in suite.checks
        if check.name in frames
    )
    numbers = pd.DataFrame([{name: len(frame) for name, frame in frames.items()}])
    return Suite(TRUTHS, TRUTHS, HERE / TRUTHS, (), checks, is_metric=True), numbers


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
    return Suite(TRUTHS, statement.require("table"), statement.path, ("row_key",), (check,))
