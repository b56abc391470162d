"""The verdict for a build server."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from xml.etree import ElementTree as ET

import duckdb
import pandas as pd

from expectations.junit import junit
from expectations.night_report import read_night
from expectations.verdict import verdict_of
from tests.expectations.history import overrule
from tests.expectations.results import RESULTS

NIGHT = date(2019, 1, 31)
COUNTS = ("tests", "failures", "errors", "skipped")
Query = Callable[[str], pd.DataFrame]


def read(ask: Query) -> ET.Element:
    return ET.fromstring(junit(read_night(ask, NIGHT, verdict_of(RESULTS))).encode())


def test_critical_checks_fail_and_warnings_are_shown(ask: Query) -> None:
    root = read(ask)
    assert [root.get(key) for key in COUNTS] == ["4", "1", "1", "1"]
    assert [suite.get("name") for suite in root] == ["events", "fill", "truths"]
    failure = root.find(".//failure")
    assert failure is not None and "c1: date_start is empty\N{REPLACEMENT CHARACTER}" in (failure.text or "")
    assert root.find(".//error") is not None and root.find(".//skipped") is not None


def test_the_counts_of_suites_add_up_to_their_cases(ask: Query) -> None:
    root = read(ask)
    for suite in root:
        cases = suite.findall("testcase")
        found = [len(cases), *(len(suite.findall(f"testcase/{kind}")) for kind in ("failure", "error", "skipped"))]
        assert [int(suite.get(key, "")) for key in COUNTS] == found
    sums = [sum(int(suite.get(key, "")) for suite in root) for key in COUNTS]
    assert sums == [int(root.get(key, "")) for key in COUNTS]


def test_an_overruled_check_is_skipped_with_its_reason(night: duckdb.DuckDBPyConnection, ask: Query) -> None:
    overrule(night, [("events", "a_day"), ("truths", "gone")], "read by hand")
    root = read(ask)
    assert [root.get(key) for key in COUNTS] == ["4", "0", "0", "3"]
    assert "overruled (read by hand): 1" in {
        (skip.get("message") or "").split("\n")[0] for skip in root.iter("skipped")
    }
