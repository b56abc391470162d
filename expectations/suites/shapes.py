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


def one_of(column: str, words: tuple[str, ...], why: str) -> Check:
    """Every value is one of a few words that are no vocabulary of the ontology; empty cells are not judged."""
    limits = {"value_set": list(words)}
    return Check(f"{column}_is_in_list", "expect_column_values_to_be_in_set", "critical", why, column, limits)


def filled(column: str, why: str) -> Check:
    """No cell is empty."""
    return Check(f"{column}_is_filled", "expect_column_values_to_not_be_null", "critical", why, column)


def once(keys: tuple[str, ...], why: str) -> Check:
    """No row stands twice: the columns of the key name one row each."""
    if len(keys) == 1:
        return Check("row_stands_once", "expect_column_values_to_be_unique", "critical", why, keys[0])
    rule = "expect_compound_columns_to_be_unique"
    return Check("row_stands_once", rule, "critical", why, parameters={"column_list": list(keys)})


def between(name: str, column: str, severity: Severity, why: str, **limits: Any) -> Check:
    """Values lie within limits (both inclusive); empty cells are not judged."""
    return Check(name, "expect_column_values_to_be_between", severity, why, column, limits)


def matches(name: str, column: str, severity: Severity, why: str, regex: str, **more: Any) -> Check:
    """Values match a regular expression; empty cells are not judged."""
    rule = "expect_column_values_to_match_regex"
    return Check(name, rule, severity, why, column, {"regex": regex, **more})
