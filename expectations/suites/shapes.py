"""The few shapes that most checks have, so that a suite reads as a list of sentences."""

from __future__ import annotations

from typing import Any

from expectations.suites.check import Check
from expectations.verdict import Severity

WORDS = r"\S"


def known(column: str, vocabulary: str, why: str, severity: Severity = "critical") -> Check:
    """Every value stands in the reference table; empty cells are not judged."""
    return Check(f"{column}_is_known", "expect_column_values_to_be_in_set", severity, why, column, {}, vocabulary)


def written(column: str, why: str, severity: Severity = "critical") -> Check:
    """Every value that is given has something to read in it."""
    rule = "expect_column_values_to_match_regex"
    return Check(f"{column}_is_written", rule, severity, why, column, {"regex": WORDS})


def between(name: str, column: str, severity: Severity, why: str, **limits: Any) -> Check:
    """Values lie within limits (both inclusive); empty cells are not judged."""
    return Check(name, "expect_column_values_to_be_between", severity, why, column, limits)


def matches(name: str, column: str, severity: Severity, why: str, regex: str, **more: Any) -> Check:
    """Values match a regular expression; empty cells are not judged."""
    rule = "expect_column_values_to_match_regex"
    return Check(name, rule, severity, why, column, {"regex": regex, **more})
