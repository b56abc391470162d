"""Web pages: article text with its paragraphs, the page's own date and address, or set aside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from transforms.ingest.admit import told
from transforms.ingest.pieces import Address, Origin
from transforms.records import Source

Run = Callable[..., Any]
ENGLISH = "The foreign ministry said on Monday that it had recalled its ambassador for consultations over the border."

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Envoy recalled | The Paper</title>
<meta property="og:title" content="Envoy recalled"><meta name="author" content="A Desk">
{head}</head><body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Envoy recalled</h1>
<p>{text} It named <a href="https://example.org/x">the border post</a> in a note.</p><p>Second paragraph: {text}</p>
</article><section class="comments"><p>First comment by a reader who is angry about all of this.</p></section>
<footer><p>Imprint</p></footer></body></html>"""
CANONICAL = '<link rel="canonical" href="https://paper.example.org/world/envoy?utm_medium=x#top">'
PUBLISHED = '<meta property="article:published_time" content="2019-01-31T01:00:00+01:00">'


def write(inbox: Path, head: str, text: str, name: str = "page.html") -> Path:
    (inbox / name).write_text(PAGE.format(head=head, text=text), encoding="utf-8")
    return inbox / name


def test_a_page_gives_text_title_author_day_and_address(run: Run, inbox: Path, english: str) -> None:
    night = run(write(inbox, CANONICAL + PUBLISHED, english))
    version = night.version
    assert version.text.endswith(f"{english} It named the border post in a note.\n\nSecond paragraph: {english}")
    assert "angry" not in version.text and "Imprint" not in version.text and "World" not in version.text
    assert (version.title, version.author) == ("Envoy recalled", "A Desk")
    assert (version.published_date, version.published_basis) == (date(2019, 1, 31), "metadata")
    assert night.tables["articles"][0].canonical_url == "https://paper.example.org/world/envoy"


def test_a_day_that_only_the_address_gives(run: Run, inbox: Path, english: str) -> None:
    head = '<link rel="canonical" href="https://paper.example.org/2018/05/09/envoy">'
    version = run(write(inbox, head, english)).version
    assert (version.published_date, version.published_basis) == (date(2018, 5, 9), "url")


def test_a_page_without_a_day_takes_the_callers(run: Run, inbox: Path, english: str, day: date) -> None:
    version = run(write(inbox, CANONICAL, english), published=day).version
    assert (version.published_date, version.published_basis) == (day, "given")
    dated = run(write(inbox, CANONICAL + PUBLISHED, english), published=date(2019, 3, 1)).version
    assert (dated.published_date, dated.published_basis) == (date(2019, 1, 31), "metadata")


def test_a_front_page_as_canonical_address_names_no_article(run: Run, inbox: Path, english: str) -> None:
    write(inbox, '<link rel="canonical" href="https://paper.example.org/">' + PUBLISHED, english, "a.html")
    write(inbox, '<link rel="canonical" href="https://paper.example.org/">' + PUBLISHED, english.upper(), "b.html")
    articles = run(inbox).tables["articles"]
    assert len(articles) == 2
    assert {article.canonical_url for article in articles} == {None}


def test_two_texts_at_one_address_are_versions_of_one_article(run: Run, inbox: Path, english: str) -> None:
    write(inbox, CANONICAL + PUBLISHED, english, "a.html")
    write(inbox, CANONICAL + PUBLISHED, english.replace("Monday", "Tuesday"), "b.html")
    night = run(inbox)
    assert len(night.tables["articles"]) == 1
    assert len(night.tables["versions"]) == 2


@pytest.mark.parametrize(
    "body",
    [
        "<ul><li><a href='/w'>World</a></li><li><a href='/e'>Europe</a></li><li><a href='/s'>Sport</a></li></ul>",
        "<div id='root'></div><script>render()</script>",
        "",
    ],
)
def test_a_page_without_an_article_is_set_aside(run: Run, inbox: Path, english: str, body: str) -> None:
    (inbox / "nav.html").write_text(f"<html><head><title>Topics</title>{PUBLISHED}</head><body>{body}</body></html>")
    write(inbox, PUBLISHED, english)
    assert run(inbox).reasons == {"inbox/nav.html": "no_text"}


def test_a_page_in_another_language_is_set_aside(run: Run, inbox: Path, english: str) -> None:
    write(inbox, PUBLISHED, "El gobierno llamó a consultas a su embajador por el conflicto en la frontera.", "es.html")
    write(inbox, PUBLISHED, english)
    (row,) = run(inbox).tables["set_aside"]
    assert (row.reason, row.language) == ("not_english", "es")


def test_a_page_in_an_older_encoding(run: Run, inbox: Path, english: str) -> None:
    page = PAGE.format(head='<meta charset="iso-8859-1">' + PUBLISHED, text=f"Guaidó spoke. {english}")
    (inbox / "page.html").write_bytes(page.encode("latin-1"))
    assert "Guaidó spoke." in run(inbox).version.text


def test_html_without_its_suffix_is_known_by_its_content(run: Run, inbox: Path, english: str) -> None:
    write(inbox, PUBLISHED, english, "saved")
    assert run(inbox / "saved").version.published_basis == "metadata"


def page_of(head: str = "", body: str = "", text: str = ENGLISH) -> str:
    return f"<html><head><title>Envoy</title>{head}</head><body><article>{body}<p>{text}</p></article></body></html>"


STATED = '<meta property="article:published_time" content="{}">'
IN_JSON = '<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "{}"}}</script>'


@pytest.mark.parametrize("form", [STATED, IN_JSON])
def test_a_stated_moment_counts_in_the_zone_of_the_source(read: Run, form: str) -> None:
    page = page_of(form.format("2019-02-01T03:30:00Z"))
    (item,) = read("a.html", page, zone="America/New_York")
    assert (item.day, item.basis, item.time_zone) == (date(2019, 1, 31), "metadata", "America/New_York")
    (item,) = read("a.html", page)
    assert (item.day, item.time_zone) == (date(2019, 2, 1), None), "no zone known: the day as written"
    (item,) = read("a.html", page_of(form.format("2019-02-01")), zone="America/New_York")
    assert (item.day, item.time_zone) == (date(2019, 2, 1), None), "a bare day is a day wherever"


@pytest.mark.parametrize(
    ("head", "body", "day", "basis"),
    [
        ('<meta name="x-when" content="November 19, 2019"><meta name="date" content="November 19, 2019">', "",
         date(2019, 11, 19), "metadata"),
        ("", '<p class="date">November 19, 2019</p>', date(2019, 11, 19), "text"),
        ('<link rel="canonical" href="https://paper.example.org/2018/05/09/a">', "", date(2018, 5, 9), "url"),
        (STATED.format("2019-11-19 16:38:37 +02:00"), "", date(2019, 11, 19), "metadata"),
        (STATED.format("1987-05-03"), "", date(1987, 5, 3), "metadata"),
        (STATED.format("1850-05-03T10:00:00Z"), "", date(1850, 5, 3), "metadata"),
        ("", "", None, None),
    ],
)  # fmt: skip
def test_a_day_has_the_basis_on_which_it_is_known(read: Run, head: str, body: str, day: Any, basis: Any) -> None:
    (item,) = read("a.html", page_of(head, body))
    assert (item.day, item.basis, item.precision) == (day, basis, "day")


def test_a_month_is_never_completed_from_the_clock(read: Run, run: Run, inbox: Path) -> None:
    page = page_of(STATED.format("2019-11"))
    (item,) = read("a.html", page)
    assert (item.day, item.precision, item.basis) == (date(2019, 11, 1), "month", "metadata")
    (inbox / "a.html").write_text(page)
    (inbox / "b.html").write_text(page_of(STATED.format("2019-11-30"), text=ENGLISH + " Again."))
    (row,) = run(inbox).tables["set_aside"]
    assert (row.locator, row.reason) == ("inbox/a.html", "no_date")
    assert row.detail == "published 2019-11, a month and no day: give PUBLISHED=YYYY-MM-DD"
    given = run(inbox / "a.html", published=date(2019, 11, 8)).version
    assert (given.published_date, given.published_basis, given.published_precision) == (
        date(2019, 11, 8), "given", "day"
    )  # fmt: skip


def test_version_rows_carry_precision_and_zone(run: Run, seeds: Path, english: str) -> None:
    (seeds / "sources.csv").write_text(
        (seeds / "sources.csv").read_text().replace("folder,desk,,,en,,", "folder,desk,,,en,Asia/Tokyo,")
    )
    folder = seeds.parent / "desk"
    folder.mkdir()
    (folder / "a.html").write_text(page_of(STATED.format("2019-01-31T23:00:00Z"), text=english))
    version = run("desk").version
    assert (version.published_date, version.published_precision, version.published_time_zone) == (
        date(2019, 2, 1), "day", "Asia/Tokyo"
    )  # fmt: skip


def test_what_links_to_other_articles_is_no_text(read: Run) -> None:
    other = '<a href="/b">Envoys of two countries recalled after border row over a bridge</a>'
    body = (
        f"<h1>Envoy <i>recalled</i></h1><p>{ENGLISH}</p><p>READ MORE: {other}</p>"
        f"<p><strong>{other.upper()}</strong></p>"
        f"<p>The <span><a href='/p'>minister</a><span>{other}{other}{other}</span></span> spoke. {ENGLISH}</p>"
        f"<p><b>DON'T MISS</b></p><p>{other} [VIDEO]<br>{other} [LIVE]<br>{other}</p>"
        f"<p>See <a href='/c'>the statement</a> for more. {ENGLISH}</p>"
    )
    (item,) = read("a.html", page_of("", body, "It was the last word of the ministry on that day, it said."))
    assert item.text.split("\n\n") == [
        ENGLISH, f"The minister spoke. {ENGLISH}", f"See the statement for more. {ENGLISH}",
        "It was the last word of the ministry on that day, it said.",
    ]  # fmt: skip


def test_whom_a_release_lists_by_name_stays_though_each_name_is_a_link(read: Run) -> None:
    names = ["Bank of the North Coast", "Ivan Ivanovich Petrov", "Shipping Company of the Eastern Gulf"]
    listed = "".join(f"<li><a href='/{number}'>{name}</a></li>" for number, name in enumerate(names))
    (item,) = read("a.html", page_of("", f"<p>{ENGLISH}</p><p>The following were designated:</p><ul>{listed}</ul>"))
    assert [name for name in names if name not in item.text] == []


def test_a_caption_goes_and_an_embedded_quotation_stays(read: Run) -> None:
    said = "We have recalled our ambassador for consultations."
    body = (
        f"<p>{ENGLISH}</p><p><img src='a.jpg'><br><em>The embassy on Monday, seen from the river</em></p>"
        f"<div class='widget tweet'><div><blockquote class='twitter-tweet'><p>{said}</p></blockquote></div></div>"
        f"<p><em>All of this</em> was denied. {ENGLISH}</p>"
    )
    (item,) = read("a.html", page_of("", body))
    assert "seen from the river" not in item.text
    assert said in item.text
    assert "All of this was denied." in item.text


def test_a_lists_day_goes_before_the_pages_and_its_title_after(read: Run) -> None:
    (item,) = read("a.html", page_of(STATED.format("2019-01-31")))
    source = Source("paper", "Paper", "feed", "https://paper.example.org/feed", None, None, None, None)
    origin, url = Origin(source, "Asia/Tokyo", True), "https://paper.example.org/a"
    listed = told(item, Address(origin, url, "Listed", date(2019, 1, 30), "feed", time_zone="Asia/Tokyo"))
    assert (listed.day, listed.basis, listed.time_zone) == (date(2019, 1, 30), "feed", "Asia/Tokyo")
    assert listed.title == "Envoy"
    assert told(item, Address(origin, url, "Listed")) == item
    assert told(replace(item, title=None), Address(origin, url, "Listed")).title == "Listed"
