"""Web pages: article text with its paragraphs, the page's own date and address, or set aside."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

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
