"""Great Expectations' own pages: built where asked for, kept beside the report, never in the way of a night."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from dags.local import data_docs
from expectations.data_docs import build_data_docs
from expectations.suites import events, quantities
from expectations.suites.check import Suite
from expectations.suites.night import NIGHT as OF_NIGHT

NIGHT = date(2019, 1, 31)
SUITES = (OF_NIGHT, events.SUITE, quantities.SUITE)
Query = Callable[[str], pd.DataFrame]


def test_each_suite_has_its_pages_but_one_whose_rows_are_not_there(
    night: duckdb.DuckDBPyConnection, ask: Query, tmp_path: Path
) -> None:
    night.execute("UPDATE events SET type = 'nonsense' WHERE action = 'condemn'")

    def lacking(sql: str) -> pd.DataFrame:
        if "FROM quantities" in sql:
            raise RuntimeError("no such table")
        return ask(sql)

    index = build_data_docs(lacking, NIGHT, tmp_path / "docs", SUITES)

    assert index.read_text(encoding="utf-8").count("night-2019-01-31") >= 2
    suites = sorted(path.stem for path in (tmp_path / "docs" / "expectations").glob("*.html"))
    assert suites == ["events", "night"]
    results = {path.parts[-4]: path for path in (tmp_path / "docs" / "validations").rglob("*.html")}
    assert sorted(results) == ["events", "night"]
    failed = {name: path.read_text(encoding="utf-8").count("Failed") for name, path in results.items()}
    # One stands on every page, on the button that hides what passed.
    assert (failed["night"], failed["events"]) == (1, 2)


def test_nothing_is_built_unless_asked_for(ask: Query, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(data_docs.WANTED, raising=False)
    assert data_docs.build_beside(ask, NIGHT, tmp_path / "c.duckdb") is None
    assert list(tmp_path.glob("*docs*")) == []


def test_what_is_built_moves_beside_the_report(ask: Query, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def build(query: Query, label: date, folder: Path, suites: tuple[Suite, ...] = ()) -> Path:
        folder.mkdir()
        (folder / "index.html").write_text(str(label), encoding="utf-8")
        return folder / "index.html"

    monkeypatch.setenv(data_docs.WANTED, "1")
    monkeypatch.setattr("expectations.data_docs.build_data_docs", build)
    candidate, published = tmp_path / "2019-01-31.duckdb", tmp_path / "published"
    (published / "data-docs").mkdir(parents=True)
    assert data_docs.build_beside(ask, NIGHT, candidate) == "data-docs/index.html"
    data_docs.keep_beside(candidate, published)
    assert (published / "data-docs" / "index.html").read_text(encoding="utf-8") == "2019-01-31"
    data_docs.keep_beside(candidate, published)
    assert (published / "data-docs" / "index.html").exists()


def test_a_night_goes_on_without_them(
    ask: Query, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> Path:
        raise RuntimeError("no room left")

    monkeypatch.setenv(data_docs.WANTED, "1")
    monkeypatch.setattr("expectations.data_docs.build_data_docs", fail)
    assert data_docs.build_beside(ask, NIGHT, tmp_path / "c.duckdb") is None
    assert "Data Docs could not be built: RuntimeError: no room left" in capsys.readouterr().out
