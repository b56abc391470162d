"""A sample extracted twice: which texts, what counts as a difference, and that another process gives the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.unit.reading import version
from transforms.again import LEAST, Twice, compared, extract_again, sample
from transforms.extract import extract_batch
from transforms.frames import write_rows
from transforms.records import Measure, Version

TEXTS = (
    "On Monday, France imposed sanctions on Syria, its foreign minister said.",
    "Canada will recognise the new government if elections are held by Friday.",
    "It rained.",
)


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A night of two batches, extracted once."""
    folder = tmp_path_factory.mktemp("night")
    for number, texts in enumerate((TEXTS[:2], TEXTS[2:])):
        batch = folder / "batches" / f"{number:04}.parquet"
        write_rows(batch, Version, [version(text) for text in texts])
        extract_batch(batch, folder / "extracted" / batch.stem)
    return folder


def again(night: Path, out: Path) -> list[Twice]:
    return extract_again(sorted((night / "batches").glob("*")), night / "extracted", out)


def test_another_process_gives_the_same(night: Path, tmp_path: Path) -> None:
    rows = again(night, tmp_path)
    assert len(rows) == len({version(text).version_id for text in TEXTS})
    assert all(row.agrees and row.detail is None for row in rows), rows


ROW = Measure("c1", "travel_ban")


@pytest.mark.parametrize(
    ("first", "second", "detail"),
    [
        ({("measures", 0): ROW}, {("measures", 0): ROW}, None),
        (
            {("measures", 0): ROW},
            {("measures", 0): replace(ROW, measure="x")},
            "measures.measure: 'travel_ban', then 'x' in ",
        ),
        ({("measures", 0): ROW}, {}, "measures: only the first has Measure("),
        ({}, {("measures", 0): ROW}, "measures: only the second has Measure("),
        ({("measures", 0): ROW, ("events", 0): 1}, {}, "events: only the first has 1"),
    ],
)
def test_the_first_row_that_differs_is_told(first: Any, second: Any, detail: str | None) -> None:
    (found,) = compared(["v"], {"v": first}, {"v": second})
    assert found.agrees is (detail is None)
    assert (found.detail or "").startswith(detail or "")


def test_a_claim_that_another_process_tells_otherwise_is_told_of_its_text(
    night: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without_measures(batch: Path, out: Path) -> None:
        extract_batch(batch, out)
        write_rows(out / "measures.parquet", Measure, [])

    monkeypatch.setattr("transforms.again._in_another_process", without_measures)
    unlike = [row for row in again(night, tmp_path) if not row.agrees]
    assert [row.version_id for row in unlike] == [version(TEXTS[0]).version_id]
    assert str(unlike[0].detail).startswith("measures: only the first has Measure(")


def test_a_second_process_that_fails_agrees_with_nothing(
    night: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("transforms.again.sys.executable", "/bin/false")
    rows = again(night, tmp_path)
    assert {row.agrees for row in rows} == {False}
    assert "the second process failed (1)" in str(rows[0].detail)


def test_the_sample_is_a_share_and_the_same_whatever_the_order() -> None:
    ids = [f"v{number}" for number in range(1000)]
    assert sample(ids) == sample(reversed(ids))
    assert len(sample(ids)) == 50
    assert sample(ids[:LEAST]) == sample([*ids[:LEAST], *ids[:2]])
    assert len(sample(ids[:60])) == LEAST
    assert sample([]) == []


def test_a_night_without_texts_extracts_nothing_twice(tmp_path: Path) -> None:
    assert extract_again([], tmp_path, tmp_path / "out") == []
    assert not (tmp_path / "out").exists()
