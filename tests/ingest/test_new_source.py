"""The row of a new source: what feed and address say, and blanks for the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from transforms.ingest.discover import Found
from transforms.ingest.new_source import describe
from transforms.ingest.pieces import Origin, Piece
from transforms.records import Source

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
LISTED = [
    {"locator": "https://feeds.example.org/world.xml", "country": "FRA"},
    {"locator": "https://example.org/sport.xml", "country": "FRA"},
    {"locator": "https://wire.example.net/a.xml", "country": "FRA"},
    {"locator": "https://wire.example.net/b.xml", "country": "DEU"},
]


def found(url: str, head: str = "", kind: str = "feed") -> Found:
    origin = Origin(Source("x", "x", "url", url, None, None, None, None), None, False)
    data = f'<rss version="2.0"><channel>{head}<item><title>t</title></item></channel></rss>'.encode()
    return Found(Piece(origin, url, data, address=url), kind, "linked by the page")


def row(url: str, head: str = "", kind: str = "feed", source_id: str | None = None) -> dict[str, str]:
    return dict(describe(found(url, head, kind), "https://asked.example/", LISTED, SEEDS, source_id))


@pytest.mark.parametrize(
    ("host", "country"),
    [
        ("www.mfa.gov.tr", "TUR"),
        ("www.gov.uk", "GBR"),
        ("www.state.gov", "USA"),
        ("api.international.gc.ca", "CAN"),
        ("www.beehive.govt.nz", "NZL"),
        ("www.diplomatie.gouv.fr", "FRA"),
        ("www.gob.mx", "MEX"),
        ("news.example.tv", ""),
        ("www.paper.fr", ""),
        ("notgov.uk", ""),
        ("blog.gov.example.com", ""),
        ("www.example.org", "FRA"),
        ("www.example.net", ""),
        ("127.0.0.1", ""),
    ],
)
def test_the_country_is_a_governments_or_that_of_its_listed_sisters(host: str, country: str) -> None:
    assert row(f"https://{host}/feed.xml")["country"] == country


def test_name_language_and_licence_are_the_feeds_own_words() -> None:
    head = "<title>  Envoys &amp;\n Treaties </title><language>EN-us</language><copyright>CC BY 4.0</copyright>"
    made = row("https://envoys.example/feed.xml", head)
    assert (made["id"], made["name"]) == ("envoys-treaties", "Envoys & Treaties")
    assert (made["language"], made["licence"]) == ("en", "CC BY 4.0")


def test_what_nobody_said_is_left_blank_and_the_source_is_off() -> None:
    made = row("https://envoys.example/feed.xml")
    assert (made["id"], made["name"], made["enabled"]) == ("envoys-example", "envoys.example", "0")
    blank = ("country", "speaker", "language", "time_zone", "ownership", "licence")
    assert [made[column] for column in blank] == [""] * len(blank)
    assert "https://asked.example/" in made["source_note"]


def test_a_sitemap_has_no_title_to_be_named_by() -> None:
    made = row("https://envoys.example/news.xml", "<title>never read</title>", kind="sitemap")
    assert (made["kind"], made["id"]) == ("sitemap", "envoys-example")


def test_an_id_is_short_and_may_be_given() -> None:
    long = f"<title>{'Ministry of Foreign and European Affairs ' * 3}</title>"
    made = row("https://envoys.example/feed.xml", long)["id"]
    assert made == "ministry-of-foreign-and-european-affairs"
    assert row("https://envoys.example/feed.xml", long, source_id="mfea")["id"] == "mfea"
