"""The report as Markdown for a pull request; and that checking leaves no trace."""

from __future__ import annotations

import socket
from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from expectations.night_report import read_night
from expectations.run import validate
from expectations.suites.truths import truths
from expectations.summary import markdown
from expectations.verdict import verdict_of
from tests.expectations.history import add_accuracy, add_history, add_twice, overrule
from tests.expectations.results import RESULTS

NIGHT = date(2019, 1, 31)
Query = Callable[[str], pd.DataFrame]


def test_markdown_names_what_failed_and_escapes(ask: Query) -> None:
    text = markdown(read_night(ask, NIGHT, verdict_of(RESULTS)))
    assert text.startswith("## Not published: 2 critical checks of 4 failed.")
    assert r"| a day | events | 1 \| &lt;b&gt; | date\_start is empty | why \| so |" in text
    assert text.index("What failed") < text.index("Worth a look")
    assert "1 of 4 checks passed." in text


def test_markdown_of_a_good_night_is_short(night: duckdb.DuckDBPyConnection, ask: Query) -> None:
    for table in ("ops_eval", "ops_twice"):
        night.execute(f"DROP TABLE IF EXISTS {table}")
    told = markdown(read_night(ask, NIGHT, verdict_of(RESULTS[:1])))
    assert told.startswith("## Fit to use: all 1 check passed.\n\nNight of 31 January 2019.\n\n1 of 1 check passed.")
    assert "3 articles of 2 sources, 11 claims, 11 real events; 1 set aside (1 not english)." in told
    assert len(told.splitlines()) == 5


def test_markdown_shows_the_sentence_of_an_example(night: duckdb.DuckDBPyConnection, ask: Query) -> None:
    night.execute("UPDATE events SET date_start = '1931-01-01' WHERE action = 'expel_diplomat'")
    dates = [truth for truth in truths() if truth.batch.stem == "dates_near_publication"]
    text = markdown(read_night(ask, NIGHT, validate(ask, NIGHT, dates)))
    assert "“France expelled two diplomats of Belarus on Tuesday.”" in text


def test_markdown_tells_accuracy_with_its_interval_and_the_last_version(
    night: duckdb.DuckDBPyConnection, ask: Query
) -> None:
    add_history(night)
    add_accuracy(night)
    add_twice(night, unlike=1)
    text = markdown(read_night(ask, NIGHT, verdict_of(RESULTS[:1])))
    told = "Accuracy of rules-3 on 240 documents of dev: **0.781** (0.733 to 0.824), -0.008 since rules-2."
    assert told in text
    assert "Extracted twice: 2 of 3 texts alike" in text
    assert "Gone quiet: Gazette of the Capital" in text


def test_markdown_of_a_night_published_by_hand_says_why(night: duckdb.DuckDBPyConnection, ask: Query) -> None:
    overrule(night, [("events", "a_day"), ("truths", "gone")], "read by hand")
    text = markdown(read_night(ask, NIGHT, verdict_of(RESULTS)))
    assert text.startswith("## Published by hand: 2 critical checks of 4 failed and a person overruled them.")
    assert "\n> read by hand\n" in text


def test_a_long_list_is_cut_and_says_so(ask: Query) -> None:
    text = markdown(read_night(ask, NIGHT, verdict_of(RESULTS[1:2] * 12)))
    assert text.count("| a day |") == 8
    assert "and 4 more, all in the HTML report." in text


def test_checking_is_quiet_and_leaves_no_trace(
    ask: Callable[[str], pd.DataFrame],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a check reached for the network")

    empty = tmp_path / "elsewhere"
    empty.mkdir()
    monkeypatch.setenv("HOME", str(empty))
    monkeypatch.chdir(empty)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)

    assert validate(ask, NIGHT).ok

    assert list(empty.rglob("*")) == []
    said = capfd.readouterr()
    assert (said.out, said.err) == ("", "")
