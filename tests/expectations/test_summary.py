"""The verdict for a pull request and for a build server; and that checking leaves no trace."""

from __future__ import annotations

import socket
from collections.abc import Callable
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pandas as pd
import pytest

from expectations.run import validate
from expectations.summary import junit, markdown
from expectations.verdict import Example, Result, verdict_of

NIGHT = date(2019, 1, 31)
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
        "",
        (),
        True,
    ),
)


def test_markdown_names_what_failed_and_escapes() -> None:
    text = markdown(verdict_of(RESULTS))
    assert text.startswith("## Not published: 2 critical checks of 4 failed.")
    assert r"| a day | events | 1 \| &lt;b&gt; | c1 | why \| so |" in text
    assert text.index("What failed") < text.index("Worth a look")
    assert "1 of 4 checks passed." in text


def test_markdown_of_a_good_night_is_short() -> None:
    assert markdown(verdict_of(RESULTS[:1])) == "## Fit to use: all 1 check passed.\n\n1 of 1 check passed.\n"


def test_junit_fails_for_critical_and_shows_warnings() -> None:
    root = ET.fromstring(junit(verdict_of(RESULTS)))
    assert {key: root.get(key) for key in ("tests", "failures", "errors", "skipped")} == {
        "tests": "4",
        "failures": "1",
        "errors": "1",
        "skipped": "1",
    }
    assert [suite.get("name") for suite in root] == ["events", "fill", "truths"]
    failure = root.find(".//failure")
    assert failure is not None and "c1: date_start is empty" in (failure.text or "")
    assert root.find(".//error") is not None and root.find(".//skipped") is not None


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
