"""Records to typed Parquet and back: None stays None, days stay days, an empty table keeps its types."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.unit.reading import version
from transforms.claims import by_table
from transforms.extract import TABLES as EXTRACTED
from transforms.extract import Extractor, extract_batch
from transforms.frames import arrow_schema, frame, read_rows, write_rows, write_tables
from transforms.records import TABLES, Condition, Quantity, Version

TEXT = "Norway will recognise Kosovo unless Serbia withdraws by Sunday. Turkey expelled two Dutch diplomats."


def test_every_table_comes_back_as_it_went(extractor: Extractor, tmp_path: Path) -> None:
    rows = by_table(extractor.extract(version(TEXT)))
    assert rows["conditions"]
    assert rows["quantities"]
    write_tables(tmp_path, rows)
    for name, records in rows.items():
        assert read_rows(tmp_path / f"{name}.parquet", TABLES[name]) == records, name


def test_none_stays_none_and_a_day_a_day(tmp_path: Path) -> None:
    rows = [Condition("a", "if so", 0, 5, None), Condition("b", "by Sunday", 0, 9, date(2019, 2, 3))]
    write_rows(tmp_path / "conditions.parquet", Condition, rows)
    assert read_rows(tmp_path / "conditions.parquet", Condition) == rows
    made = frame(Condition, rows)
    assert made["deadline"].isna().tolist() == [True, False]
    assert made["deadline"][1] == date(2019, 2, 3)


@pytest.mark.parametrize("name", sorted(TABLES))
def test_an_empty_table_keeps_its_columns_and_types(tmp_path: Path, name: str) -> None:
    write_tables(tmp_path, {name: []})
    path = tmp_path / f"{name}.parquet"
    assert read_rows(path, TABLES[name]) == []
    assert pq.read_schema(path).equals(arrow_schema(TABLES[name]))
    assert list(frame(TABLES[name], []).columns) == list(TABLES[name].__dataclass_fields__)


def test_only_a_field_that_may_be_none_is_nullable() -> None:
    schema = arrow_schema(Version)
    assert schema.field("title").nullable
    assert not schema.field("text").nullable


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "quantities.parquet"
    write_rows(path, Quantity, [Quantity("a", 1, 2.0, "eq", "person")])
    with pytest.raises(pa.ArrowInvalid):
        write_rows(path, Quantity, [Quantity("a", 1, None, "eq", "person")])  # type: ignore[arg-type]
    assert read_rows(path, Quantity) == [Quantity("a", 1, 2.0, "eq", "person")]


def test_a_batch_is_read_extracted_and_written_the_same_twice(tmp_path: Path) -> None:
    write_rows(tmp_path / "0000.parquet", Version, [version(TEXT), version("It rained.")])
    counts = [extract_batch(tmp_path / "0000.parquet", tmp_path / out) for out in ("one", "two")]
    assert counts == [2, 2]
    for name in EXTRACTED:
        first, second = ((tmp_path / out / f"{name}.parquet").read_bytes() for out in ("one", "two"))
        assert first == second, name


def test_a_batch_of_nothing_still_writes_every_table(tmp_path: Path) -> None:
    write_rows(tmp_path / "0000.parquet", Version, [])
    assert extract_batch(tmp_path / "0000.parquet", tmp_path / "out") == 0
    assert sorted(path.stem for path in (tmp_path / "out").iterdir()) == sorted(EXTRACTED)
