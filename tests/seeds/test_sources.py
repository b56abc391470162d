"""The list of sources that we ship: sorted, sourced, in words that are known, and no address twice."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import available_timezones

import pytest

from transforms.ingest.identity import canonical
from transforms.ingest.sources import COLUMNS, KINDS, is_url, load_sources

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
OWNERSHIP = {"government", "international body", "press", "project", "public broadcaster", "state media"}
# A ministry's feed speaks for its state, a body's own for the body; who only reports on others has no speaker.
SPEAKS = {"government", "international body"}
# Sites that answer over plain http only, as their rows say.
WITHOUT_TLS = {"kremlin-en"}


def read(name: str) -> list[dict[str, str]]:
    with (SEEDS / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


ROWS = read("sources")
LISTED = pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])


def test_the_list_is_sorted_by_id_and_loads() -> None:
    ids = [row["id"] for row in ROWS]
    assert ids == sorted(set(ids))
    assert tuple(ROWS[0]) == COLUMNS
    load_sources(SEEDS)


def test_no_address_and_no_name_stands_twice() -> None:
    addresses = [canonical(row["locator"]) for row in ROWS if is_url(row["locator"])]
    assert None not in addresses
    for values in (addresses, [row["name"] for row in ROWS]):
        assert sorted(value for value in set(values) if values.count(value) > 1) == []


def test_only_what_was_read_here_is_switched_on() -> None:
    """No foreign feed has been read where this list was made: whoever runs Demarche checks one and switches it on."""
    assert [row["id"] for row in ROWS if row["enabled"] == "1"] == ["bundled"]


@LISTED
def test_a_row_is_written_in_known_words(row: dict[str, str]) -> None:
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", row["id"])
    assert row["kind"] in KINDS
    assert row["ownership"] in OWNERSHIP
    assert (row["language"], row["schedule"]) == ("en", "daily")
    assert all(value == value.strip() for value in row.values())


@LISTED
def test_country_speaker_and_time_zone_are_known(row: dict[str, str]) -> None:
    assert row["country"] in {"", *(country["id"] for country in read("countries"))}
    assert row["speaker"] in {
        "",
        *(actor["id"] for name in ("countries", "bodies", "entities") for actor in read(name)),
    }
    assert (row["time_zone"] in available_timezones()) == is_url(row["locator"])


@LISTED
def test_who_speaks_fits_who_owns(row: dict[str, str]) -> None:
    """We read "we" in a release as its speaker: a newspaper's "we" must never become its government's."""
    if row["ownership"] not in SPEAKS:
        assert row["speaker"] == ""
    if row["ownership"] == "government":
        assert row["speaker"] == row["country"] != ""
    if row["ownership"] == "international body" and not row["speaker"]:
        assert "no speaker" in row["source_note"]


@LISTED
def test_an_address_is_asked_over_tls_where_the_site_has_it(row: dict[str, str]) -> None:
    if is_url(row["locator"]) and row["id"] not in WITHOUT_TLS:
        assert urlsplit(row["locator"]).scheme == "https"
    if row["id"] in WITHOUT_TLS:
        assert "plain http" in row["source_note"]


@LISTED
def test_terms_and_where_the_address_was_seen_are_noted(row: dict[str, str]) -> None:
    """A licence with the page or law that gives it, or the plain word that the terms were not read."""
    if row["ownership"] != "project":
        assert "not read here" in row["licence"] or re.search(r"\(.+\)", row["licence"])
    if is_url(row["locator"]):
        assert re.search(r"not fetched here|fetched on \d{4}-\d{2}-\d{2}|found by `demarche", row["source_note"])
