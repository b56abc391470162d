"""The report in a browser: nothing runs over the edge, on a small screen or a wide one."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from expectations.report import render
from expectations.run import validate

NIGHT = date(2019, 1, 31)
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
#: The page says how far right its content reaches. Its own policy forbids scripts, so the measuring copy goes without
#: it; the body gets its width by style, since a headless window is never narrower than 500 pixels.
MEASURE = """<script>
const boxes = [...document.body.querySelectorAll("*")].map(element => element.getBoundingClientRect());
document.title = "reaches " + Math.ceil(Math.max(...boxes.filter(box => box.width > 1).map(box => box.right)));
</script></body>"""

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
    page = re.sub(r"<meta http-equiv[^>]*>", "", page).replace("</body>", MEASURE)
    page = page.replace("<body>", f'<body style="width:{width}px;margin:0">')
    file = tmp_path / "report.html"
    file.write_text(page, encoding="utf-8")

    assert CHROMIUM
    command = [CHROMIUM, *FLAGS, f"--user-data-dir={tmp_path / 'profile'}", f"--window-size={width},900", "--dump-dom"]
    said = subprocess.run([*command, file.as_uri()], capture_output=True, text=True, timeout=60, check=True)

    reaches = re.search(r"<title>reaches (\d+)</title>", said.stdout)
    assert reaches
    assert width / 2 < int(reaches[1]) <= width
