"""A verdict on record says what the verdict said when the night was checked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from operator import attrgetter

import duckdb
import pandas as pd
import pytest

from expectations.night_report import read_night
from expectations.reader import Reader
from expectations.recorded import recorded_verdict
from expectations.report import page, render
from expectations.run import validate
from expectations.suites import events, evidence, quantities
from expectations.suites.night import NIGHT as OF_NIGHT
from expectations.suites.truths import truths
from expectations.verdict import Verdict
from tests.expectations.results import record

NIGHT = date(2019, 1, 31)
Query = Callable[[str], pd.DataFrame]
#: A suite of each kind: measurements, rows, a table that is missing, truths.
SUITES = (
    OF_NIGHT,
    events.SUITE,
    quantities.SUITE,
    evidence.SUITE,
    *(truth for truth in truths() if truth.batch.stem in ("dates_in_order", "quotes_match_text")),
)


@pytest.fixture
def broken(night: duckdb.DuckDBPyConnection, ask: Query) -> Verdict:
    night.execute("UPDATE evidence SET start_char = start_char + 4, end_char = end_char + 4 WHERE kind = 'sentence'")
    night.execute("DROP TABLE quantities")
    verdict = validate(ask, NIGHT, SUITES)
    record(night, verdict)
    return verdict


#: As much of a result as stands on record; the keys of a check that held are none.
KEPT = attrgetter(
    *("suite", "expectation", "table", "column", "severity", "ok", "why"),
    *("observed", "unexpected_count", "element_count", "example_keys", "raised"),
)


def test_the_verdict_on_record_is_the_verdict(ask: Query, broken: Verdict) -> None:
    read = recorded_verdict(Reader(ask, NIGHT))
    assert not read.ok and read.failures and any(r.raised for r in read.failures)
    assert list(map(KEPT, read.results)) == list(map(KEPT, broken.results))


def test_an_example_on_record_opens_its_sentence(ask: Query, broken: Verdict) -> None:
    fresh, read = read_night(ask, NIGHT, broken), read_night(ask, NIGHT)
    opened = [[(e.example.key, e.pieces, e.title) for e in f.examples] for f in read.failures]
    assert opened == [[(e.example.key, e.pieces, e.title) for e in f.examples] for f in fresh.failures]
    assert any(e.pieces for f in read.failures for e in f.examples)


def test_a_published_file_opens_the_sentence_by_its_quote(
    night: duckdb.DuckDBPyConnection, ask: Query, broken: Verdict
) -> None:
    night.execute("UPDATE versions SET text = NULL")
    html = page(read_night(ask, NIGHT))
    start = html.index("<blockquote>")
    opened = html[start : html.index("</blockquote>", start)]
    assert 'class="sentence">' in opened


def test_a_night_without_checks_on_record_is_not_fit(ask: Query) -> None:
    read = read_night(ask, NIGHT)
    assert read.standing == "stopped" and read.headline == "Not published: no check is on record."
    assert "No check is on record" in page(read)


def test_a_page_from_the_record_reads_like_the_page_of_the_night(night: duckdb.DuckDBPyConnection, ask: Query) -> None:
    verdict = validate(ask, NIGHT, SUITES)
    fresh = render(ask, verdict, NIGHT)
    record(night, verdict)
    assert page(read_night(ask, NIGHT)) == fresh
