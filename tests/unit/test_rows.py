"""A seed file that is wrong stops the extractor with a message that names the value, the file and the remedy."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from transforms.errors import DemarcheError, SeedError
from transforms.knowledge.rows import cell_day, read_rows


def test_cells_are_stripped_and_blanks_stay_blank(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text("id,name\n FRA , France \nDEU,\n", encoding="utf-8")
    assert read_rows(path, ("id",)) == [{"id": "FRA", "name": "France"}, {"id": "DEU", "name": ""}]


def test_a_short_row_has_blanks(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text("id,name\nFRA\n", encoding="utf-8")
    assert read_rows(path, ("id", "name")) == [{"id": "FRA", "name": ""}]


def test_a_missing_file_is_named_with_its_folder(tmp_path: Path) -> None:
    with pytest.raises(SeedError) as caught:
        read_rows(tmp_path / "names.csv", ("id",))
    remedy = "restore it from git: the extractor cannot run without"
    assert str(caught.value) == f"no file names.csv in {tmp_path}: {remedy}"


def test_a_missing_column_is_named_with_the_header_that_is_due(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text("id,nom\nFRA,France\n", encoding="utf-8")
    with pytest.raises(SeedError) as caught:
        read_rows(path, ("id", "name"))
    assert str(caught.value) == "no column ['name'] in names.csv: its header must hold ['id', 'name']"


def test_a_day_is_iso_8601_or_blank() -> None:
    path = Path("seeds/office_holders.csv")
    assert cell_day("2019-01-31", path, "valid_from") == date(2019, 1, 31)
    assert cell_day("", path, "valid_from") is None


@pytest.mark.parametrize("cell", ["31/01/2019", "2019-02-30", "2019", "soon"])
def test_any_other_day_is_an_error(cell: str) -> None:
    with pytest.raises(SeedError) as caught:
        cell_day(cell, Path("seeds/office_holders.csv"), "valid_to")
    remedy = "write an ISO 8601 day such as 2019-01-31"
    assert str(caught.value) == f"{cell!r} as valid_to in office_holders.csv: {remedy}"


def test_an_error_keeps_its_parts() -> None:
    error = SeedError("value 'x'", "place.csv", "write y")
    assert isinstance(error, DemarcheError)
    assert (error.found, error.place, error.remedy) == ("value 'x'", "place.csv", "write y")
    assert str(error) == "value 'x' in place.csv: write y"
