"""The night's tasks around accuracy: scored once a state, never the reason why a night fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from dags.local import steps
from transforms.again import Twice
from transforms.errors import InputError
from transforms.frames import read_rows
from transforms.scoring import scores
from transforms.scoring.state import state_now


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DEMARCHE_HOME", str(tmp_path))
    return tmp_path


def test_a_state_is_scored_once(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def written(path: Path, *_: object) -> int:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"rows")
        return 203

    monkeypatch.setattr(scores, "write_scores", written)
    assert (steps.score(), steps.score()) == (203, 0)
    assert [path.name for path in (home / "scored").iterdir()] == [state_now().file_name]
    assert capsys.readouterr().out == "scored the extractor on 203 documents\n"


@pytest.mark.usefixtures("home")
def test_a_night_that_cannot_be_scored_goes_on_and_says_why(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> int:
        raise InputError("no JSON on line 3", "own.gold.jsonl", "mend it")

    monkeypatch.setattr(scores, "write_scores", broken)
    assert steps.score() == 0
    assert "could not be scored: InputError: no JSON on line 3 in own.gold.jsonl" in capsys.readouterr().out


def test_what_came_out_otherwise_is_counted_and_kept_for_the_load(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [Twice("a", True, None), Twice("b", False, "events.status: 'x', then 'y'")]
    monkeypatch.setattr("transforms.again.extract_again", lambda *_: rows)
    assert steps.twice([str(tmp_path / "batches" / "0000.parquet")]) == 1
    assert read_rows(tmp_path / steps.TWICE, Twice) == rows
    assert "extracted 2 texts twice, 1 came out otherwise" in capsys.readouterr().out
