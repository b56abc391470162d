"""The verdict of a night that was checked before, from the rows kept of it: nothing is asked anew."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from expectations.reader import Reader, Row
from expectations.suites import all_suites
from expectations.verdict import NOT_MADE, Example, Result, Verdict, verdict_of


@dataclass(frozen=True, slots=True)
class Run:
    """The latest run of a night as the file has it on record."""

    run_id: str
    night: date
    status: str
    started_at: str
    extractor_version: str


def recorded_run(reader: Reader) -> Run | None:
    """The latest run of the reader's night; None where the file has none."""
    return next((Run(**row) for row in reader.rows("recorded_run")), None)


def recorded_verdict(reader: Reader) -> Verdict:
    """The verdict on record for the latest run of the night, in the order of the suites.

    A night without a checked run has no results, and so is not ok. Examples are as much as the keys on record tell:
    the row's key, and the claim or text that it names.
    """
    rows = reader.rows("recorded_checks")
    tokens = sorted({token for row in rows if not row["ok"] for token in _tokens(row)})
    claims = {row["claim_id"]: row["version_id"] for row in reader.rows("claims_of_keys", tokens)} if tokens else {}
    texts = {row["version_id"] for row in reader.rows("texts_of_keys", tokens)} if tokens else set()
    made = [_result(row, claims, texts) for row in rows]
    place = _places()
    made.sort(key=lambda r: (place.get((r.suite, r.expectation), len(place)), r.suite, r.expectation, r.table))
    return verdict_of(tuple(made))


def _places() -> dict[tuple[str, str], int]:
    told = [(suite.name, check.name) for suite in all_suites() for check in suite.checks]
    return {name: index for index, name in enumerate(dict.fromkeys(told))}


def _tokens(row: Row) -> list[str]:
    return [token for key in _keys(row) for token in key.split()]


def _keys(row: Row) -> list[str]:
    keys: Any = row["example_keys"]
    return [] if keys is None else [str(key) for key in keys]


def _result(row: Row, claims: dict[str, str], texts: set[str]) -> Result:
    keys = () if row["ok"] else tuple(_keys(row))
    observed = row["observed"]
    return Result(
        suite=row["suite"],
        expectation=row["expectation"],
        table=row["table_name"],
        column=row["column_name"],
        severity=row["severity"],
        ok=bool(row["ok"]),
        why=row["why"],
        observed=observed,
        unexpected_count=None if row["unexpected_count"] is None else int(row["unexpected_count"]),
        element_count=None if row["element_count"] is None else int(row["element_count"]),
        example_keys=keys,
        rule=row.get("rule") or "",
        examples=tuple(_example(key, claims, texts) for key in keys),
        raised=not row["ok"] and (observed or "").startswith(NOT_MADE),
    )


def _example(key: str, claims: dict[str, str], texts: set[str]) -> Example:
    tokens = key.split()
    claim = next((token for token in tokens if token in claims), None)
    text = claims[claim] if claim else next((token for token in tokens if token in texts), None)
    return Example(key, "", claim, text)
