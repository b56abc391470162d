"""Sitemaps: news with title and day, indexes, and every way in which XML is broken or hostile."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import pytest

from transforms.ingest import read as reading
from transforms.ingest.decode import unpacked
from transforms.ingest.pieces import Address, Refused

Read = Callable[..., list[Any]]

URLSET = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">{}</urlset>"""
INDEX = '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}</sitemapindex>'


def news(loc: str, day: str = "2019-01-31", title: str = "Envoy recalled", language: str = "en") -> str:
    return (
        f"<url><loc>{loc}</loc><lastmod>2020-02-02</lastmod><news:news><news:publication><news:name>Paper</news:name>"
        f"<news:language>{language}</news:language></news:publication><news:publication_date>{day}"
        f"</news:publication_date><news:title>{title}</news:title></news:news>"
        "<image:image><image:loc>https://x.example.org/i.jpg</image:loc><image:title>A flag</image:title></image:image>"
        "</url>"
    )


def addresses(found: list[Any]) -> list[str]:
    return [each.url for each in found if isinstance(each, Address)]


def reasons(found: list[Any]) -> list[tuple[str, str]]:
    return [(each.locator, each.reason) for each in found if isinstance(each, Refused)]


def test_a_news_sitemap_names_pages_with_title_and_day(read: Read) -> None:
    data = URLSET.format(news("https://paper.example.org/a?x=1&amp;y=2#top", "2019-02-01T03:00:00Z", "Tom &amp; co"))
    (found,) = read("news.xml", data, zone="America/New_York")
    assert (found.url, found.title) == ("https://paper.example.org/a?x=1&y=2", "Tom & co")
    assert (found.day, found.basis, found.precision) == (date(2019, 1, 31), "feed", "day")
    assert (found.time_zone, found.locator) == ("America/New_York", "news.xml#entry 1")


def test_a_month_is_told_as_a_month_and_no_date_as_none(read: Read) -> None:
    months = URLSET.format(news("https://paper.example.org/a", "2019-01") + news("https://paper.example.org/b", "soon"))
    one, two = read("news.xml", months)
    assert (one.day, one.precision, one.time_zone) == (date(2019, 1, 1), "month", None)
    assert (two.day, two.basis) == (None, None)


def test_a_plain_sitemap_has_no_day_of_publication(read: Read) -> None:
    page = "<url><loc> https://paper.example.org/a </loc><lastmod>2019-01-31</lastmod></url>"
    (found,) = read("sitemap.xml", URLSET.format(page))
    assert (found.url, found.day, found.title) == ("https://paper.example.org/a", None, None)


def test_an_index_names_its_sitemaps_and_a_loop_is_only_named(read: Read) -> None:
    own = "https://paper.example.org/sitemap.xml"
    entries = f"<sitemap><loc>{own}</loc></sitemap><sitemap><loc>/news.xml</loc></sitemap>"
    found = read("sitemap.xml", INDEX.format(entries), address=own, media_type="text/xml")
    assert addresses(found) == [own, "https://paper.example.org/news.xml"]


def test_other_languages_are_counted_and_not_listed(read: Read) -> None:
    entries = [news(f"https://paper.example.org/{code}", language=code) for code in ("en", "en-GB", "de", "de", "fr")]
    found = read("news.xml", URLSET.format("".join(entries)))
    assert addresses(found) == ["https://paper.example.org/en", "https://paper.example.org/en-GB"]
    (other,) = [each for each in found if isinstance(each, Refused)]
    assert (other.locator, other.reason) == ("news.xml", "not_english")
    assert "3 pages" in other.detail and "de 2, fr 1" in other.detail


@pytest.mark.parametrize("loc", ["file:///etc/passwd", "javascript:alert(1)", "ftp://x.example.org/a", "data:,x", "//",
                                 "http://", "http://[bad", "http://x.example.org:no/", "https://x.example.org/a b",
                                 "https://x.example.org/" + "a" * 2048])  # fmt: skip
def test_what_is_no_web_page_never_becomes_an_address(read: Read, loc: str) -> None:
    found = read("news.xml", URLSET.format(news(loc) + news("https://paper.example.org/b")))
    assert addresses(found) == ["https://paper.example.org/b"]
    assert reasons(found) == [("news.xml#entry 1", "unreadable")]


def test_a_sitemap_that_is_cut_is_read_up_to_the_break(read: Read) -> None:
    whole = URLSET.format("".join(news(f"https://paper.example.org/{n}") for n in range(5)))
    found = read("news.xml", whole[: whole.index("https://paper.example.org/3") + 5])
    assert len(addresses(found)) == 3
    ((place, reason),) = reasons(found)
    assert (place, reason) == ("news.xml", "unreadable")
    assert "broken sitemap after 3 entries" in found[-1].detail


def test_entities_are_not_expanded_and_nothing_is_loaded(read: Read) -> None:
    lines = ['<!ENTITY a0 "ha">', *(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))]
    bomb = f"<!DOCTYPE urlset [{''.join(lines)}]>"
    entry = "<url><loc>https://paper.example.org/&{};</loc></url>"
    found = read("sitemap.xml", bomb + URLSET.format(entry.format("a9")).partition("?>")[2])
    assert not any("ha" in url for url in addresses(found))
    outside = "<!DOCTYPE urlset [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
    found = read("sitemap.xml", outside + URLSET.format(entry.format("x")).partition("?>")[2])
    assert not any("root" in url for url in addresses(found))


def test_a_sitemap_may_be_larger_than_a_page_but_not_without_end(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    data = URLSET.format(news("https://paper.example.org/a"))
    monkeypatch.setattr(reading, "MAX_BYTES", 10)
    where = {"address": "https://paper.example.org/sitemap.xml", "media_type": "application/xml"}
    assert addresses(read("https://paper.example.org/sitemap.xml", data, **where)) == ["https://paper.example.org/a"]
    monkeypatch.setattr(reading, "unpacked", partial(unpacked, limit=10))
    (refused,) = read("sitemap.xml.gz", gzip.compress(data.encode()))
    assert (refused.reason, refused.detail) == ("too_large", "more than 10 bytes when unpacked: split it")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (URLSET.format(""), "empty"),
        ("<urlset>", "unreadable"),
        ("<urlset><url></url></urlset>", "unreadable"),
        (URLSET.format("<url><loc>&nope;</loc></url>"), "unreadable"),
        ("<urlset>" * 2000, "unreadable"),
    ],
)
def test_what_holds_no_address_is_refused(read: Read, data: str, reason: str) -> None:
    found = read("sitemap.xml", data)
    assert [each.reason for each in found] == [reason]
