"""A sample extracted twice: which texts, what counts as a difference, and that another process gives the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.unit.reading import version
from transforms.again import LEAST, Twice, compared, extract_again, sample
from transforms.extract import extract_batch
from transforms.frames import read_rows, write_rows
from transforms.records import Event, Measure, Version

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


@pytest.mark.parametrize(
    ("table", "cls", "change", "detail"),
    [
        ("events", Event, {"date_start": date(2000, 1, 1)}, "events.date_start: datetime.date(2000, 1, 1), then "),
        ("measures", Measure, None, "measures: only the second has Measure("),
    ],
)
def test_a_row_that_differs_is_told(
    night: Path, tmp_path: Path, table: str, cls: type, change: dict[str, object] | None, detail: str
) -> None:
    path = night / "extracted" / "0000" / f"{table}.parquet"
    kept = path.read_bytes()
    rows = read_rows(path, cls)
    write_rows(path, cls, [replace(rows[0], **change), *rows[1:]] if change else [])
    unlike = [row for row in again(night, tmp_path) if not row.agrees]
    path.write_bytes(kept)
    assert [row.version_id for row in unlike] == [version(TEXTS[0]).version_id]
    assert str(unlike[0].detail).startswith(detail)


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


def test_equal_rows_agree() -> None:
    row = Measure("c", "travel_ban")
    assert compared(["a"], {"a": {("measures", 0): row}}, {"a": {("measures", 0): row}}) == [Twice("a", True, None)]
