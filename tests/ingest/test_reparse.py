"""A night parsed again from the raw store alone: the same rows, or the texts that today's readers make of the bytes."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import pytest

from transforms.errors import InputError
from transforms.frames import read_rows
from transforms.ingest import haul, html
from transforms.ingest.pieces import Address, Piece
from transforms.ingest.raw_store import RawStore
from transforms.ingest.read import read_piece
from transforms.ingest.readings import Readings
from transforms.ingest.reparse import reparse_night
from transforms.records import TABLES

Run = Callable[..., Any]
NIGHT = date(2019, 1, 31)
PAGE = """<html><head><title>Envoy recalled</title><meta property="article:published_time" content="2019-01-31"></head>
<body><article><h1>Envoy recalled</h1><p>{}</p><p>The two capitals have quarrelled over the border since the spring of
last year, and talks that were planned for this month did not take place.</p>
<table><tr><td>Crossings closed since then, as the ministry counts them</td><td>14</td></tr></table>
</article></body></html>"""


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def texts(staging: Path) -> list[str]:
    return [row.text for row in read_rows(staging / "ingested" / "versions.parquet", TABLES["versions"])]


@pytest.fixture
def again(home: Path, seeds: Path) -> Callable[[date], Any]:
    return lambda night: reparse_night(home, night, seeds=seeds)


def test_a_night_of_files_is_the_same_when_the_files_are_gone(
    run: Run, inbox: Path, english: str, again: Callable[[date], Any]
) -> None:
    (inbox / "2019-01-31 a.txt").write_text(english)
    (inbox / "2019-01-30 a-reprint.txt").write_text(english)
    (inbox / "page.html").write_text(PAGE.format(english))
    (inbox / "empty.txt").write_text("")
    (inbox / "undated.txt").write_text(f"{english} It was told later.")
    staging = run(inbox, published=NIGHT).done.staging
    before = content(staging)
    shutil.rmtree(inbox)
    shutil.rmtree(staging)
    assert again(NIGHT).staging == staging
    assert content(staging) == before


def test_readers_of_today_make_new_texts_of_old_bytes(
    run: Run, inbox: Path, english: str, again: Callable[[date], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    (inbox / "page.html").write_text(PAGE.format(english))
    night = run(inbox)
    assert "14" in night.version.text
    monkeypatch.setattr(html, "SETTINGS", {**html.SETTINGS, "include_tables": False})
    (text,) = texts(again(NIGHT).staging)
    assert "14" not in text
    assert text.startswith(night.version.text[:100])
    (version,) = read_rows(again(NIGHT).staging / "ingested" / "versions.parquet", TABLES["versions"])
    assert (version.known_on, version.raw_sha256) == (night.version.known_on, night.version.raw_sha256)


def test_the_terms_of_the_night_hold(run: Run, seeds: Path, english: str, again: Callable[[date], Any]) -> None:
    """A scheduled night was cut to its days: what else its files held stays out."""
    desk = seeds.parent / "desk"
    desk.mkdir()
    for day in ("2019-01-29", "2019-01-30", "2019-01-31"):
        (desk / f"{day}.txt").write_text(f"{english} So it was on {day}.")
    night = run(None, interval=(date(2019, 1, 30), date(2019, 1, 31)), known_on=date(2022, 2, 2))
    shutil.rmtree(desk)
    before = content(night.done.staging)
    assert night.done.articles == 1
    again(date(2019, 1, 30))
    assert content(night.done.staging) == before
    assert night.version.known_on == date(2022, 2, 2)


def test_two_sources_of_one_night_are_both_parsed_again(
    run: Run, tmp_path: Path, english: str, again: Callable[[date], Any]
) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(f"{english} So said {name}.")
        run(tmp_path / name, night=NIGHT, published=NIGHT)
    assert len(texts(again(NIGHT).staging)) == 2


def test_a_second_run_of_the_night_leaves_the_record_as_it_is(run: Run, inbox: Path, home: Path, english: str) -> None:
    (inbox / "a.txt").write_text(english)
    run(inbox, night=NIGHT, published=NIGHT)
    before = content(home / "raw")
    run(inbox, night=NIGHT, published=NIGHT)
    assert content(home / "raw") == before


def test_what_a_later_run_of_the_night_read_is_added(
    run: Run, inbox: Path, home: Path, english: str, again: Callable[[date], Any]
) -> None:
    (inbox / "a.txt").write_text(english)
    run(inbox, night=NIGHT, published=NIGHT)
    (inbox / "a.txt").write_text(f"{english} It was corrected.")
    run(inbox, night=NIGHT, published=NIGHT)
    (reading,) = Readings(home / "raw").of(NIGHT)
    assert len(reading.lists) == 2
    assert len(texts(again(NIGHT).staging)) == 2


def test_nights_are_listed_with_what_they_read(run: Run, inbox: Path, home: Path, english: str) -> None:
    (inbox / "a.txt").write_text(english)
    for night in (NIGHT, date(2018, 5, 5)):
        run(inbox, night=night, published=date(2018, 1, 1))
    readings = Readings(home / "raw")
    assert readings.nights() == [date(2018, 5, 5), NIGHT]
    (reading,) = readings.of(NIGHT)
    assert (reading.source, reading.interval, reading.given_day) == ("inbox", None, date(2018, 1, 1))
    assert [read.locator for read in reading.lists] == ["inbox/a.txt"]


def test_damaged_bytes_are_set_aside_and_the_rest_goes_on(
    run: Run, inbox: Path, home: Path, english: str, again: Callable[[date], Any]
) -> None:
    for name in ("a", "b"):
        (inbox / f"{name}.txt").write_text(f"{english} So said {name}.")
    run(inbox, night=NIGHT, published=NIGHT)
    (reading,) = Readings(home / "raw").of(NIGHT)
    broken = reading.lists[0].sha256
    held = next((home / "raw" / "objects").rglob(f"{broken}.gz"))
    held.write_bytes(held.read_bytes()[:-9])
    assert list(RawStore(home / "raw").damaged()) == [broken]
    staging = again(NIGHT).staging
    assert len(texts(staging)) == 1
    (row,) = read_rows(staging / "ingested" / "set_aside.parquet", TABLES["set_aside"])
    assert (row.locator, row.reason) == ("inbox/a.txt", "unreadable")
    assert f"{broken} in raw store: restore the object from a backup" in row.detail


def test_a_night_that_was_not_run_is_named_with_those_that_were(
    run: Run, inbox: Path, english: str, again: Callable[[date], Any]
) -> None:
    with pytest.raises(InputError, match="no night 2019-01-31 in the raw store: run a night first"):
        again(NIGHT)
    (inbox / "a.txt").write_text(english)
    run(inbox, night=date(2018, 5, 5), published=date(2018, 1, 1))
    with pytest.raises(InputError, match="give one of its 1 nights, 2018-05-05 to 2018-05-05"):
        again(NIGHT)


def test_a_source_that_is_listed_is_read_by_its_row_of_today(
    run: Run, seeds: Path, english: str, again: Callable[[date], Any]
) -> None:
    desk = seeds.parent / "desk"
    desk.mkdir()
    (desk / "a.txt").write_text(english)
    run("desk", night=NIGHT, published=NIGHT)
    rows = (seeds / "sources.csv").read_text()
    (seeds / "sources.csv").write_text(rows.replace("The desk", "The new desk"))
    sources = read_rows(again(NIGHT).staging / "ingested" / "sources.parquet", TABLES["sources"])
    assert [source.name for source in sources] == ["The new desk"]
    (seeds / "sources.csv").write_text("\n".join(line for line in rows.splitlines() if "The desk" not in line))
    sources = read_rows(again(NIGHT).staging / "ingested" / "sources.parquet", TABLES["sources"])
    assert [source.name for source in sources] == ["The desk"]
    assert replace(sources[0], name="x").source_id == "desk"


def test_pages_that_a_list_named_come_from_the_raw_store_those_not_reached_too(
    run: Run, english: str, again: Callable[[date], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    at = "https://gazette.example.org"
    wanted = [f"{at}/2019/{name}" for name in ("one", "two", "gone", "unlisted")]

    def answer(request: httpx.Request) -> httpx.Response:
        url = str(request.url)
        if url.endswith("/list"):
            return httpx.Response(200, text="a list", headers={"content-type": "text/plain"})
        if url in wanted and not url.endswith("/gone"):
            return httpx.Response(200, text=PAGE.format(f"{english} So said {url[-3:]}."))
        return httpx.Response(404)

    def read_list(piece: Piece, sources: Any) -> list[Any]:
        if not piece.locator.endswith("/list"):
            return list(read_piece(piece, sources))
        return [Address(piece.origin, url, title="As the list has it", day=NIGHT, basis="feed") for url in wanted[:3]]

    monkeypatch.setattr(haul, "read_piece", read_list)
    night = run(f"{at}/list", answer=answer)
    before = content(night.done.staging)
    assert night.done.articles == 2
    assert night.reasons == {wanted[2]: "unreachable"}
    again(night.done.night)
    assert content(night.done.staging) == before
    wanted[0] = wanted[3]
    named = read_rows(again(night.done.night).staging / "ingested" / "set_aside.parquet", TABLES["set_aside"])
    (row,) = [row for row in named if row.locator == wanted[3]]
    assert row.detail.startswith("no page of it in the raw store")
