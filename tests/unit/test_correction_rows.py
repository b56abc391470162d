"""corrections.csv: what is written is read again, and a bad row says where it stands and what to do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from transforms.errors import SeedError
from warehouse.correction_fields import read_date, write_date
from warehouse.correction_rows import COLUMNS, Anchor, Correction, read_corrections, write_corrections

ROOT = Path(__file__).resolve().parents[2]
ANCHOR = Anchor("v1", "text", 0, 40, "sanction", "impose", 12)
REJECT = Correction("reject", ANCHOR, "", "", "", None, "Somebody", date(2019, 1, 31), 'it says "may", no more')
FIX = replace(REJECT, decision="fix", fixed="status", value="denied")
MERGE = replace(REJECT, decision="merge", other=replace(ANCHOR, version_id="v2", trigger_start=None))


def test_our_own_file_has_its_header_and_reads() -> None:
    path = ROOT / "seeds" / "corrections.csv"
    assert path.read_text(encoding="utf-8").splitlines()[0] == ",".join(COLUMNS)
    read_corrections(path)


def test_rows_come_back_as_written_sorted_by_day_and_no_file_is_no_correction(tmp_path: Path) -> None:
    path = tmp_path / "corrections.csv"
    assert read_corrections(path) == []
    earlier = replace(REJECT, decided_on=date(2019, 1, 1))
    write_corrections(path, [FIX, MERGE, REJECT, earlier])
    read = [replace(row, place="") for row in read_corrections(path)]
    assert read[0] == earlier
    assert {row.correction_id for row in read} == {row.correction_id for row in (FIX, MERGE, REJECT, earlier)}
    text = path.read_text(encoding="utf-8")
    write_corrections(path, reversed(read))
    assert path.read_text(encoding="utf-8") == text
    assert [file.name for file in tmp_path.iterdir()] == ["corrections.csv"]


def test_a_row_written_by_hand_needs_no_id_and_its_reason_may_be_reworded(tmp_path: Path) -> None:
    path = tmp_path / "corrections.csv"
    write_corrections(path, [REJECT])
    path.write_text(path.read_text().replace(REJECT.correction_id, ""), encoding="utf-8")
    assert [row.correction_id for row in read_corrections(path)] == [REJECT.correction_id]
    assert replace(REJECT, why="other words").correction_id == REJECT.correction_id
    assert replace(REJECT, decided_by="Another").correction_id != REJECT.correction_id


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("fix,", "mend,", "decision 'mend' in corrections.csv line 2: use one of accept"),
        ("2019-01-31", "31 January", "decided_on '31 January' in corrections.csv line 2: write a day"),
        (",40,", ",forty,", "end_char 'forty' in corrections.csv line 2: write a whole number"),
        (",v1,", ",,", "blank version_id in corrections.csv line 2"),
        (",status,denied", ",status,", "a fix names both"),
        ("Somebody", "", "blank decided_by"),
        ("fix,v1", "merge,v1", "fix names both|second claim"),
        (FIX.correction_id, "0123", "leave it blank or write"),
        ("why", "because", "no column"),
    ],
)
def test_a_bad_row_says_where_it_stands_and_what_to_do(tmp_path: Path, old: str, new: str, says: str) -> None:
    path = tmp_path / "corrections.csv"
    write_corrections(path, [FIX])
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(SeedError, match=says):
        read_corrections(path)


def test_a_row_that_stands_twice_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "corrections.csv"
    write_corrections(path, [FIX, FIX])
    with pytest.raises(SeedError, match=r"again in corrections.csv line 3"):
        read_corrections(path)


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2019-01-31", ("2019-01-31", "2019-01-31", "day")),
        ("2020-02", ("2020-02-01", "2020-02-29", "month")),
        ("2019", ("2019-01-01", "2019-12-31", "year")),
        ("2019-01-28/2019-01-31", ("2019-01-28", "2019-01-31", "range")),
        ("2019-01-28/..", ("2019-01-28", None, "after")),
        ("../2019-01-31", (None, "2019-01-31", "before")),
        ("unknown", (None, None, "unknown")),
    ],
)
def test_dates_are_read_and_written_alike(value: str, days: tuple[str | None, str | None, str]) -> None:
    assert read_date(value) == days
    assert write_date(*days) == value


@pytest.mark.parametrize("value", ["2019-13", "2019-02-30", "../..", "x", "2019-02-02/2019-02-01", ""])
def test_what_is_no_date_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_date(value)
