"""The report in a browser: nothing over the edge, nothing asked of the network, nothing complained of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import duckdb
import pandas as pd
import pytest

from expectations.report import render
from expectations.run import validate
from tests.expectations.browser import CHROMIUM, Browser, browser
from tests.expectations.history import add_accuracy, add_history, add_twice, overrule

NIGHT = date(2019, 1, 31)
WIDTHS = (1280, 390)
Query = Callable[[str], pd.DataFrame]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium: make setup-full installs it"),
]


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browser(tmp_path_factory.mktemp("chromium")) as running:
        yield running


def add_month(night: duckdb.DuckDBPyConnection) -> None:
    """A month before the night, accuracy and a second extraction."""
    add_history(night)
    add_accuracy(night)
    add_twice(night, unlike=1)


def ruin(con: duckdb.DuckDBPyConnection) -> None:
    """Whatever a page could trip over: long words, foreign markup, moved offsets, a table that is not there."""
    con.execute("UPDATE set_aside SET locator = 'https://wire.example/' || repeat('long', 80)")
    con.execute(f"UPDATE versions SET title = '<img src=https://wire.example/x>{'Unbroken' * 40}'")
    con.execute("UPDATE evidence SET start_char = start_char + 1, end_char = end_char + 1")
    con.execute("DROP TABLE quantities")


def look_everywhere(chromium: Browser, page: str) -> None:
    for width in WIDTHS:
        for opened in (False, True):
            seen = chromium.look(page, width, opened=opened, dark=opened)
            assert width / 2 < seen.reach <= width
            assert (seen.requests, seen.complaints) == ((), ())


def test_the_report_of_a_good_night(chromium: Browser, night: duckdb.DuckDBPyConnection, ask: Query) -> None:
    verdict = validate(ask, NIGHT)
    assert verdict.ok
    add_month(night)
    look_everywhere(chromium, render(ask, verdict, NIGHT))
    paper = chromium.paper()
    assert paper.startswith(b"%PDF") and 2 <= paper.count(b"/Type /Page\n") <= 20


def test_the_report_of_a_broken_night(chromium: Browser, night: duckdb.DuckDBPyConnection, ask: Query) -> None:
    ruin(night)
    verdict = validate(ask, NIGHT)
    assert not verdict.ok
    add_month(night)
    night.execute("UPDATE sources SET name = repeat('Unbroken', 20)")
    night.execute("UPDATE ops_eval SET extractor_version = repeat('rules0', 12) WHERE extractor_version = 'rules-2'")
    look_everywhere(chromium, render(ask, verdict, NIGHT))

    overrule(night, [(result.suite, result.expectation) for result in verdict.failures], "Unbroken" * 40)
    page = render(ask, verdict, NIGHT)
    assert "Published by hand" in page
    look_everywhere(chromium, page)


def test_the_report_of_a_first_night(chromium: Browser, ask: Query) -> None:
    look_everywhere(chromium, render(ask, validate(ask, NIGHT, ()), NIGHT))


@pytest.mark.parametrize(
    ("body", "requests", "complaint"),
    [
        ('<img src="http://127.0.0.1:9/a.png">', ("http://127.0.0.1:9/a.png",), "ERR_"),
        ('<link rel="stylesheet" href="http://127.0.0.1:9/a.css">', ("http://127.0.0.1:9/a.css",), "ERR_"),
        ("<script>console.error('said aloud')</script>", (), "said aloud"),
        ("<script>missing()</script>", (), "exception"),
    ],
)
def test_a_page_that_asks_or_complains_is_seen(
    chromium: Browser, body: str, requests: tuple[str, ...], complaint: str
) -> None:
    seen = chromium.look(f"<!doctype html><title>x</title>{body}", 1280)
    assert seen.requests == requests
    assert any(complaint in told for told in seen.complaints)


def test_what_the_page_s_own_policy_stops_is_seen(chromium: Browser, ask: Query) -> None:
    page = render(ask, validate(ask, NIGHT, ()), NIGHT)
    seen = chromium.look(page.replace("<main>", '<main><script>document.title = "ran"</script>'), 1280)
    assert any("Content Security Policy" in told for told in seen.complaints)


def test_a_page_over_the_edge_is_seen(chromium: Browser) -> None:
    wide = '<!doctype html><meta name="viewport" content="width=device-width"><div style="width:900px">x</div>'
    assert chromium.look(wide, 390).reach > 390
