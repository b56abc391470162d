"""Four results, one of each kind (passed, failed, warned, not made), and how results get on record."""

from __future__ import annotations

import duckdb
import pandas as pd

from expectations.verdict import Example, Result, Verdict

EXAMPLE = Example("c1", "date_start is empty\x00")
RESULTS = (
    Result("events", "type_is_known", "events", "type", "critical", True, "w", "0 of 9", 0, 9, ()),
    Result("events", "a_day", "events", None, "critical", False, "why | so", "1\n| <b>", 1, 9, ("c1",), "", (EXAMPLE,)),
    Result("fill", "share", "events", "x", "warning", False, "why", "0.4", 1, 1, ("n",)),
    Result(
        "truths",
        "gone",
        "events",
        None,
        "critical",
        False,
        "why",
        "could not be checked: x",
        None,
        None,
        (),
        raised=True,
    ),
)


def record(con: duckdb.DuckDBPyConnection, verdict: Verdict) -> None:
    """Put results on record as `warehouse.runs` does, in another order, as a published file has them."""
    rows = pd.DataFrame(
        {
            "run_id": "run-1",
            "suite": [r.suite for r in verdict.results],
            "expectation": [r.expectation for r in verdict.results],
            "table_name": [r.table for r in verdict.results],
            "column_name": [r.column for r in verdict.results],
            "severity": [r.severity for r in verdict.results],
            "ok": [r.ok for r in verdict.results],
            "why": [r.why for r in verdict.results],
            "observed": [r.observed for r in verdict.results],
            "unexpected_count": [r.unexpected_count for r in verdict.results],
            "element_count": [r.element_count for r in verdict.results],
            "example_keys": [list(r.example_keys) for r in verdict.results],
        }
    )
    con.register("results", rows)
    con.execute("DELETE FROM ops_checks WHERE run_id = 'run-1'")
    con.execute("INSERT INTO ops_checks BY NAME SELECT * FROM results ORDER BY hash(expectation, column_name)")
