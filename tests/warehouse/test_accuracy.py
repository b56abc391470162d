"""What is kept of accuracy: scores of each state once, the latest beside the one before, texts extracted twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from transforms.again import Twice
from transforms.frames import write_rows
from transforms.scoring.scores import Score
from warehouse.accuracy import keep_scores, store_scores, store_twice
from warehouse.build import connect_new

SCORE = Score("rules-1", "aa", "own-1", "all", "all", "event", 8, 9, 10, 5, 0.8, 0.7, 0.9)
FIRST, SECOND, THIRD = (datetime(2026, 1, day, tzinfo=UTC) for day in (1, 2, 3))


@pytest.fixture
def candidate(tmp_path: Path) -> Path:
    path = tmp_path / "candidate.duckdb"
    connect_new(path).close()
    return path


def rows(candidate: Path, sql: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(candidate), read_only=True) as con:
        return con.execute(sql).fetchall()


def stored(candidate: Path, folder: Path, used_at: datetime, *scores: Score) -> None:
    path = folder / "scores.parquet"
    write_rows(path, Score, scores)
    store_scores(candidate, path, used_at)


def test_a_second_night_of_the_same_state_only_says_that_it_was_used_again(candidate: Path, tmp_path: Path) -> None:
    stored(candidate, tmp_path, FIRST, SCORE)
    stored(candidate, tmp_path, SECOND, SCORE)
    assert rows(candidate, "SELECT value, used_at = '2026-01-02 00:00:00+00' FROM ops_eval") == [(0.8, True)]


def test_nothing_is_said_of_a_night_that_was_not_scored(candidate: Path, tmp_path: Path) -> None:
    stored(candidate, tmp_path, FIRST, SCORE)
    store_scores(candidate, tmp_path / "absent.parquet", SECOND)
    assert rows(candidate, "SELECT used_at = '2026-01-01 00:00:00+00' FROM ops_eval") == [(True,)]


def test_the_view_shows_the_state_used_last_beside_the_one_before(candidate: Path, tmp_path: Path) -> None:
    other = replace(SCORE, knowledge="bb", value=0.75, right_count=7)
    stored(candidate, tmp_path, FIRST, replace(SCORE, knowledge="old", value=0.71), SCORE)
    stored(candidate, tmp_path, SECOND, other, replace(other, measure="quiet"))
    view = "SELECT measure, knowledge, value, previous_value, round(difference, 3), previous_knowledge FROM v_accuracy"
    told = [("event", "bb", 0.75, 0.71, 0.04, "old"), ("quiet", "bb", 0.75, None, None, None)]
    assert rows(candidate, view) == told
    stored(candidate, tmp_path, THIRD, SCORE)
    assert rows(candidate, view) == [("event", "aa", 0.8, 0.75, 0.05, "bb")], "an earlier state that came back"


def test_another_gold_set_has_no_difference(candidate: Path, tmp_path: Path) -> None:
    stored(candidate, tmp_path, FIRST, SCORE)
    stored(candidate, tmp_path, SECOND, replace(SCORE, gold="own-2", value=0.75))
    found = rows(candidate, "SELECT gold, value, difference FROM v_accuracy")
    assert found == [("own-1", 0.8, None), ("own-2", 0.75, None)]


def test_a_file_made_anew_keeps_the_scores_of_earlier_states(candidate: Path, tmp_path: Path) -> None:
    writer = tmp_path / "warehouse.duckdb"
    connect_new(writer).close()
    stored(writer, tmp_path, FIRST, SCORE, replace(SCORE, knowledge="old"))
    stored(candidate, tmp_path, THIRD, SCORE)
    keep_scores(candidate, writer)
    keep_scores(candidate, tmp_path / "absent.duckdb")
    assert rows(candidate, "SELECT knowledge, day(used_at AT TIME ZONE 'UTC') FROM ops_eval ORDER BY 1") == [
        ("aa", 3),
        ("old", 1),
    ]


def test_texts_extracted_twice_replace_those_of_the_same_run(candidate: Path, tmp_path: Path) -> None:
    path = tmp_path / "twice.parquet"
    write_rows(path, Twice, [Twice("a", True, None), Twice("b", False, "events.status")])
    store_twice(candidate, path, "r1")
    store_twice(candidate, path, "r2")
    write_rows(path, Twice, [Twice("a", True, None)])
    store_twice(candidate, path, "r1")
    assert rows(candidate, "SELECT run_id, version_id, agrees, detail FROM ops_twice ORDER BY ALL") == [
        ("r1", "a", True, None),
        ("r2", "a", True, None),
        ("r2", "b", False, "events.status"),
    ]
    store_twice(candidate, tmp_path / "absent.parquet", "r2")
    assert rows(candidate, "SELECT count(*) FROM ops_twice WHERE run_id = 'r2'") == [(0,)]
