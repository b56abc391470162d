"""RSS and Atom: full text where given, the issuing place's day, a saved copy known by its own address."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from transforms.errors import InputError
from transforms.ingest.markup import plain_text

Run = Callable[..., Any]

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>News</title>{self}<link>https://www.example.org</link>{items}</channel></rss>"""
SELF = '<atom:link href="https://ministry.example.org/feed/" rel="self" type="application/rss+xml"/>'


def item(text: str, link: str = "https://news.example.org/a#top", day: str = "Thu, 10 Jun 2021 01:43:33 +0000") -> str:
    when = f"<pubDate>{day}</pubDate>" if day else ""
    return f"<item><title>Recall &#8211; note</title><link>{link}</link>{when}{text}</item>"


def write(inbox: Path, *items: str, own: str = "", name: str = "feed.rss") -> Path:
    (inbox / name).write_text(RSS.replace("{self}", own).replace("{items}", "".join(items)), encoding="utf-8")
    return inbox / name


def test_full_content_goes_before_the_summary_and_keeps_its_paragraphs(run: Run, inbox: Path, english: str) -> None:
    body = f"<p>{english}</p>\n<ul><li>One &amp; <a href='/x'>two</a></li><li>Three</li></ul><p>End<br/>of it</p>"
    text = f"<description>Short.</description><content:encoded><![CDATA[{body}]]></content:encoded>"
    night = run(write(inbox, item(text)))
    version = night.version
    assert version.text == f"{english}\n\nOne & two\n\nThree\n\nEnd\nof it"
    assert (version.title, version.published_basis) == ("Recall – note", "feed")
    assert version.published_date == date(2021, 6, 10), "no zone known: the day in the feed's own offset"
    assert night.tables["articles"][0].canonical_url == "https://news.example.org/a"


def test_a_summary_is_the_text_where_there_is_no_more(run: Run, inbox: Path, english: str) -> None:
    assert run(write(inbox, item(f"<description>{english}</description>"))).version.text == english


def test_the_offset_decides_the_day(run: Run, inbox: Path, english: str) -> None:
    late = item(f"<description>{english}</description>", day="Thu, 31 Jan 2019 23:30:00 -0500")
    assert run(write(inbox, late)).version.published_date == date(2019, 1, 31)


def test_a_saved_copy_that_names_its_listed_address_is_that_sources(run: Run, inbox: Path, english: str) -> None:
    night = run(write(inbox, item(f"<description>{english}</description>"), own=SELF))
    assert night.version.speaker == "USA"
    assert night.version.published_date == date(2021, 6, 9), "the calendar day in Washington"
    assert night.tables["articles"][0].source_id == "ministry"


def test_atom_with_only_an_updated_date(run: Run, inbox: Path, english: str) -> None:
    (inbox / "a.atom").write_text(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>N</title><id>urn:n</id><updated>2020-02-02T10:00:00Z</updated>'
        '<entry><title>Recall</title><id>urn:1</id><link href="https://news.example.org/atom"/>'
        f"<updated>2020-02-01T23:30:00-05:00</updated><summary>{english}</summary></entry></feed>"
    )
    assert run(inbox / "a.atom").version.published_date == date(2020, 2, 1)


def test_bad_entries_are_set_aside_and_the_others_go_on(run: Run, inbox: Path, english: str) -> None:
    text = f"<description>{english} {{}}</description>"
    path = write(
        inbox, item(text.format(1)), item(text.format(2), "https://news.example.org/b", "yesterday at noon"),
        item("", "https://news.example.org/c"), item(text.format(4), "https://news.example.org/d", ""),
    )  # fmt: skip
    assert run(path).reasons == {
        "feed.rss#https://news.example.org/b": "bad_date",
        "feed.rss#https://news.example.org/c": "no_text",
        "feed.rss#https://news.example.org/d": "no_date",
    }


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.rss", "<!DOCTYPE html><html><body><p>Sorry, we moved.</p></body></html>", "not_a_feed"),
        ("a.xml", "<?xml version='1.0'?><opml><body/></opml>", "not_a_feed"),
        ("a.rss", RSS.replace("{self}", "").replace("{items}", ""), "empty"),
        ("a.rss", "<rss version='2.0'><channel><title>cut", "unreadable"),
        (
            "a.rss",
            "<rss version='2.0'><channel><item><description>&#xD800; < x</description></item></chan",
            "unreadable",
        ),
    ],
)
def test_what_is_no_feed_is_named(run: Run, inbox: Path, name: str, data: str, reason: str) -> None:
    (inbox / name).write_text(data)
    with pytest.raises(InputError, match=rf"{reason} 1"):
        run(inbox / name)


def test_plain_text_drops_scripts_and_joins_white_space() -> None:
    assert plain_text("a\n  b\xa0<b>c</b><script>x()</script><!-- n --> d<p>e</p>f") == "a b c d\n\ne\n\nf"
    assert plain_text(" \n") == ""
