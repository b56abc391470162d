"""A night as a whole: which articles, which night, the same rows whatever the order, nothing half written."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from transforms.errors import InputError, SeedError
from transforms.frames import read_rows
from transforms.ingest import staging
from transforms.ingest.raw_store import RawStore
from transforms.records import Version

Run = Callable[..., Any]


def write(folder: Path, english: str, *days: str) -> None:
    folder.mkdir(exist_ok=True)
    for day in days:
        (folder / f"{day}.txt").write_text(f"{english} So it was on {day}.")


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_source_is_loaded_whole_and_its_last_day_is_the_night(run: Run, inbox: Path, english: str) -> None:
    write(inbox, english, "2018-01-01", "2019-01-31", "2017-05-05")
    night = run(inbox, interval=(date(2018, 1, 1), date(2018, 1, 2)))
    assert (night.done.night, night.done.articles) == (date(2019, 1, 31), 3)
    assert {row.known_on for row in night.tables["versions"]} == {date(2019, 1, 31)}


def test_a_later_day_than_the_night_is_a_bad_date(run: Run, inbox: Path, english: str) -> None:
    write(inbox, english, "2018-01-01", "2019-01-31", "1899-12-31")
    night = run(inbox, night=date(2018, 6, 1))
    assert night.reasons == {"inbox/2019-01-31.txt": "bad_date", "inbox/1899-12-31.txt": "bad_date"}
    assert night.done.articles == 1
    with pytest.raises(InputError, match=r"bad_date 3.*after the night 2017-01-01"):
        run(inbox, night=date(2017, 1, 1))


def test_scheduled_sources_are_cut_to_the_interval(run: Run, seeds: Path, english: str) -> None:
    write(seeds.parent / "desk", english, "2018-01-01", "2018-01-02", "2018-01-03")
    night = run(None, interval=(date(2018, 1, 1), date(2018, 1, 3)))
    assert [row.published_date for row in night.tables["versions"]].count(date(2018, 1, 3)) == 0
    assert (night.done.night, night.done.articles, night.done.set_aside) == (date(2018, 1, 2), 2, 0)
    assert [row.source_id for row in night.tables["sources"]] == ["desk"]


def test_a_quiet_night_is_no_error(run: Run, seeds: Path, english: str) -> None:
    write(seeds.parent / "desk", english, "2018-01-01")
    night = run(None, interval=(date(2020, 1, 1), date(2020, 1, 2)))
    assert (night.done.articles, night.done.batches) == (0, ())
    assert len(night.tables["sources"]) == 1


def test_no_enabled_source_is_an_error(run: Run, seeds: Path) -> None:
    rows = (seeds / "sources.csv").read_text()
    (seeds / "sources.csv").write_text(rows.replace("daily,1", "daily,0"))
    with pytest.raises(InputError, match=r"no enabled source in seeds/sources\.csv"):
        run(None, interval=(date(2020, 1, 1), date(2020, 1, 2)))


def test_a_second_run_changes_no_byte(run: Run, inbox: Path, home: Path, english: str) -> None:
    write(inbox, english, "2018-01-01", "2019-01-31")
    run(inbox)
    before = content(home)
    run(inbox)
    assert content(home) == before


def test_the_first_night_of_the_bytes_is_kept(run: Run, inbox: Path, english: str) -> None:
    write(inbox, english, "2018-01-01")
    run(inbox, night=date(2019, 1, 1))
    assert run(inbox, night=date(2020, 1, 1)).version.known_on == date(2019, 1, 1)
    write(inbox, english, "2018-01-02")
    backfill = run(inbox, night=date(2018, 6, 1), known_on=date(2022, 2, 2))
    assert sorted(row.known_on for row in backfill.tables["versions"]) == [date(2019, 1, 1), date(2022, 2, 2)]


def test_a_duplicate_is_an_appearance_of_the_first(run: Run, inbox: Path, english: str) -> None:
    for name in ("2019-02-01 b.txt", "2019-01-31 c.txt", "2019-01-31 c-reprint.txt"):
        (inbox / name).write_text(english)
    night = run(inbox)
    assert night.version.published_date == date(2019, 1, 31)
    assert night.reasons == {"inbox/2019-02-01 b.txt": "duplicate", "inbox/2019-01-31 c-reprint.txt": "duplicate"}
    assert {row.detail for row in night.tables["set_aside"]} == {
        "same text as inbox/2019-01-31 c.txt of inbox: counted once, kept as an appearance"
    }
    assert sorted(row.published_date.day for row in night.tables["appearances"]) == [1, 31, 31]
    assert {row.version_id for row in night.tables["appearances"]} == {night.version.version_id}


def test_the_order_of_reading_leaves_no_trace(
    run: Run, inbox: Path, english: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(inbox, english, "2018-01-01", "2019-01-31")
    write(inbox / "sub", english, "2018-01-01", "2018-03-03")
    (inbox / "sub" / "empty.txt").write_text("")
    one = run(inbox, home=tmp_path / "one").done.staging
    walk = os.walk
    monkeypatch.setattr(
        "transforms.ingest.collect.sorted", lambda found, key: sorted(found, key=key)[::-1], raising=False
    )
    monkeypatch.setattr(os, "walk", lambda top: ((base, subs[::-1], names[::-1]) for base, subs, names in walk(top)))
    two = run(inbox, home=tmp_path / "two").done.staging
    assert content(one) == content(two)


def test_batches_hold_every_version_once(run: Run, inbox: Path, english: str) -> None:
    write(inbox, english, *(f"2018-01-{day:02}" for day in range(1, 8)))
    night = run(inbox, batch_size=3)
    assert [path.name for path in night.done.batches] == ["0000.parquet", "0001.parquet", "0002.parquet"]
    batched = [row for path in night.done.batches for row in read_rows(path, Version)]
    assert batched == night.tables["versions"]


def test_a_run_that_dies_leaves_the_old_night_whole(
    run: Run, inbox: Path, home: Path, english: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(inbox, english, "2018-01-01")
    folder = run(inbox, night=date(2018, 6, 1)).done.staging
    (folder / "extracted").mkdir()
    before = content(folder)

    def killed(*_: Any) -> None:
        raise KeyboardInterrupt

    write(inbox, english, "2018-01-02")
    monkeypatch.setattr(staging, "_write_batches", killed)
    with pytest.raises(KeyboardInterrupt):
        run(inbox, night=date(2018, 6, 1))
    monkeypatch.undo()
    assert content(folder) == before
    again = run(inbox, night=date(2018, 6, 1))
    assert again.done.articles == 2
    assert not (folder / "extracted").exists(), "what was extracted from the old batches goes with them"
    assert [path.name for path in (home / "staging").iterdir()] == ["2018-06-01"]


def test_every_piece_is_in_the_raw_store_the_refused_too(run: Run, inbox: Path, home: Path, english: str) -> None:
    write(inbox, english, "2018-01-01")
    (inbox / "bad.pdf").write_bytes(b"%PDF-")
    run(inbox)
    receipts = {receipt.locator: receipt.sha256 for receipt in RawStore(home / "raw").receipts()}
    assert set(receipts) == {"inbox/2018-01-01.txt", "inbox/bad.pdf"}
    assert RawStore(home / "raw").read(receipts["inbox/bad.pdf"]) == b"%PDF-"


def test_progress_and_summary_lines(run: Run, inbox: Path, english: str) -> None:
    write(inbox, english, "2018-01-01")
    (inbox / "empty.txt").write_text("")
    assert run(inbox).lines == [
        "read 1 of 2 articles",
        "staged 1 article of night 2018-01-01; set aside: empty 1",
    ]


def test_a_reason_that_the_ontology_lacks_is_an_error(run: Run, inbox: Path, seeds: Path, english: str) -> None:
    listed = seeds / "ontology" / "set_aside_reasons.csv"
    listed.write_text("\n".join(line for line in listed.read_text().splitlines() if not line.startswith("empty")))
    write(inbox, english, "2018-01-01")
    (inbox / "empty.txt").write_text("")
    with pytest.raises(SeedError, match=r"unknown reason 'empty' in seeds/ontology/set_aside_reasons\.csv: add a row"):
        run(inbox)
