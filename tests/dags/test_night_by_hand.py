"""A night by hand: what is shown of it, and the exit status that it ends with."""

from __future__ import annotations

import io
import json
import os
import threading
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from filelock import FileLock
from rich.console import Console

from dags.local import by_hand
from dags.local.by_hand import Outcome
from dags.local.display import Display
from dags.local.progress import CHANNEL, report, say
from dags.local.rows import print_csv, print_json, print_table

READ = {"articles": 3, "batches": 2}
PUBLISHED = {"warehouse": "w", "report": "r"}
CHECK_FAILED = {"task": "validate", "why": "a check", "mendable": True}
INGEST_FAILED = {"task": "ingest", "why": "nothing", "mendable": True}
INGEST_BROKE = {"task": "ingest", "why": "KeyError: 1", "mendable": False}


@pytest.mark.parametrize(
    ("succeeded", "facts", "failures", "status"),
    [
        (True, {"ingested": READ, "published": PUBLISHED}, [], 0),
        (True, {"ingested": READ}, [], 1),
        (False, {"ingested": READ}, [CHECK_FAILED], 1),
        (False, {}, [INGEST_FAILED], 2),
        (False, {}, [INGEST_BROKE], 1),
        (True, {"ingested": READ | {"articles": 0}, "published": PUBLISHED}, [], 2),
        (False, {}, [], 1),
    ],
)
def test_exit_status(succeeded: bool, facts: dict, failures: list, status: int) -> None:
    outcome = Outcome(Path("log"), succeeded, facts, failures)
    assert outcome.exit_status == status


def test_lines_without_a_terminal() -> None:
    output = io.StringIO()
    with Display(Console(file=output)) as display:
        for happening in (
            {"kind": "started", "task": "ingest", "index": -1},
            {"kind": "line", "text": "read 10 files [x]"},
            {"kind": "fact", "name": "ingested", "batches": 2},
            {"kind": "done", "task": "ingest", "index": -1},
            {"kind": "done", "task": "extract", "index": 1},
            {"kind": "done", "task": "extract", "index": 0},
            {"kind": "failed", "task": "validate", "index": -1},
        ):
            display.follow(happening)
    assert output.getvalue().splitlines() == [
        "    read 10 files [x]",
        "  ✓ reading articles",
        "  ✓ extracting events, 1 of 2 batches",
        "  ✓ extracting events, 2 of 2 batches",
        "  ✗ asking the checks",
    ]


def test_groups_of_sources_are_counted() -> None:
    output = io.StringIO()
    with Display(Console(file=output)) as display:
        for happening in (
            {"kind": "fact", "name": "collecting", "groups": 2, "sources": 30},
            {"kind": "done", "task": "sources", "index": -1},
            {"kind": "done", "task": "collect", "index": 0},
            {"kind": "done", "task": "collect", "index": 1},
        ):
            display.follow(happening)
    assert output.getvalue().splitlines() == [
        "  ✓ listing the sources",
        "  ✓ asking the sources, 1 of 2 groups",
        "  ✓ asking the sources, 2 of 2 groups",
    ]


def test_a_given_source_has_nothing_to_list() -> None:
    output = io.StringIO()
    with Display(Console(file=output)) as display:
        display.follow({"kind": "done", "task": "sources", "index": -1})
    assert not output.getvalue()


def test_tasks_speak_through_the_channel(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    monkeypatch.setenv(CHANNEL, str(writing))
    say("read 3 files")
    report("ingested", articles=3)
    os.close(writing)
    with os.fdopen(reading) as lines:
        told = [json.loads(line) for line in lines]
    assert told == [
        {"kind": "line", "text": "read 3 files"},
        {"kind": "fact", "name": "ingested", "articles": 3},
    ]


def test_under_a_scheduler_there_is_no_channel(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture) -> None:
    monkeypatch.delenv(CHANNEL, raising=False)
    say("read 3 files")
    assert capsys.readouterr().out == "read 3 files\n"


def test_two_nights_by_hand_take_turns(tmp_path: Path) -> None:
    (tmp_path / "airflow").mkdir()
    held, ended = threading.Event(), threading.Event()

    def other_night() -> None:
        with FileLock(tmp_path / "airflow" / "by-hand.lock"):
            held.set()
            ended.wait(timeout=10)

    other = threading.Thread(target=other_night)
    other.start()
    assert held.wait(timeout=10)
    told: list[str] = []

    def follow(happening: dict) -> None:
        told.append(happening["text"])
        ended.set()

    with by_hand._alone(tmp_path, follow):
        assert ended.is_set()
    other.join()
    assert len(told) == 1
    assert "waiting for another night" in told[0]


ROWS = pd.DataFrame(
    {
        "day": pd.to_datetime(["2019-01-28", None]),
        "name": ["PDVSA [x]", None],
        "claims": [1, 2],
    }
)


def test_a_query_s_rows_as_csv(capsys: pytest.CaptureFixture) -> None:
    print_csv(ROWS)
    assert capsys.readouterr().out == "day,name,claims\n2019-01-28,PDVSA [x],1\n,,2\n"


def test_a_query_s_rows_as_json(capsys: pytest.CaptureFixture) -> None:
    print_json(ROWS)
    assert json.loads(capsys.readouterr().out) == [
        {"day": "2019-01-28", "name": "PDVSA [x]", "claims": 1},
        {"day": None, "name": None, "claims": 2},
    ]


def test_a_query_s_rows_as_a_table(capsys: pytest.CaptureFixture) -> None:
    print_table(ROWS)
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert lines[0] == ["day", "name", "claims"]
    assert lines[2:4] == [["2019-01-28", "PDVSA", "[x]", "1"], ["2"]]


def test_reparse_names_the_night_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from typer.testing import CliRunner

    from demarche import app

    monkeypatch.setenv("DEMARCHE_HOME", str(tmp_path))
    missing = CliRunner().invoke(app, ["reparse", "--night", "2019-01-31"])
    assert (missing.exit_code, "no night 2019-01-31" in missing.output) == (2, True)
    for options in ([], ["--night", "2019-01-31", "--all"]):
        assert CliRunner().invoke(app, ["reparse", *options]).exit_code == 2


def test_reparse_runs_each_night_and_tells_what_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    from dags.local import reparse

    counts = {"articles": 3, "unchanged": 1, "changed": 1, "added": 1, "gone": 0}
    asked: list[dict] = []

    def run_night(home: Path, options: dict, follow: object) -> Outcome:
        asked.append(options)
        if len(asked) == 2:
            return Outcome(tmp_path / "log", False, {}, [CHECK_FAILED])
        return Outcome(tmp_path / "log", True, {"compared": counts, "published": PUBLISHED}, [])

    monkeypatch.setattr(reparse, "run_night", run_night)
    assert reparse.reparse(tmp_path, [date(2019, 1, 30), date(2019, 1, 31)]) == 1
    assert [(each["night"], each["reparse"]) for each in asked] == [("2019-01-30", True), ("2019-01-31", True)]
    told = capsys.readouterr().out
    lines = [line.split() for line in told.splitlines()]
    assert ["2019-01-30", "3", "1", "1", "1", "0", "published"] in lines
    assert ["2019-01-31", "not", "published"] in lines
    assert "validate failed: a check" in told
