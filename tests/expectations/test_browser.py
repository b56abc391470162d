"""The report in a browser: nothing runs over the edge, on a small screen or a wide one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from expectations.report import render
from expectations.run import validate
from tests.expectations.browser import CHROMIUM, reach

NIGHT = date(2019, 1, 31)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium: make setup-full installs it"),
]


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_runs_over_the_edge(
    night: duckdb.DuckDBPyConnection,
    ask: Callable[[str], pd.DataFrame],
    tmp_path: Path,
    width: int,
) -> None:
    night.execute("UPDATE set_aside SET locator = 'https://wire.example/' || repeat('long', 80)")
    night.execute(f"UPDATE versions SET title = '{'Unbroken' * 40}'")
    night.execute("UPDATE evidence SET start_char = start_char + 1, end_char = end_char + 1")
    night.execute("DROP TABLE quantities")
    page = render(ask, validate(ask, NIGHT), NIGHT)

    assert width / 2 < reach(page, width, tmp_path) <= width
