"""Feeds and pages in our own words for the played web, and rows of `sources.csv` that name them."""

from __future__ import annotations

from pathlib import Path

ROW = "{id},The {id},feed,{url},,,en,,paper,,daily,1,made for the test\n"
SENTENCE = "The foreign ministry of {who} said on Monday that it had recalled its ambassador from the capital."
FEED_TYPE = {"Content-Type": "application/rss+xml"}
PAGE_TYPE = {"Content-Type": "text/html; charset=utf-8"}


def add_sources(seeds: Path, sources: dict[str, str]) -> None:
    """Enabled rows, id to address; the other rows of the file are disabled."""
    file = seeds / "sources.csv"
    rows = [line.replace("daily,1", "daily,0") for line in file.read_text(encoding="utf-8").splitlines(keepends=True)]
    file.write_text("".join([*rows, *(ROW.format(id=one, url=url) for one, url in sources.items())]), encoding="utf-8")


def feed(entries: dict[str, str], day: str = "Thu, 31 Jan 2019 10:00:00 +0000") -> bytes:
    """RSS with an entry for each address; its text tells of the name given."""
    items = "".join(
        f"<item><title>Recall by {who}</title><link>{url}</link><guid>{url}</guid><pubDate>{day}</pubDate>"
        f"<content:encoded>{SENTENCE.format(who=who)} So the entry.</content:encoded></item>"
        for url, who in entries.items()
    )
    space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    return f'<rss version="2.0" {space}><channel><title>N</title>{items}</channel></rss>'.encode()


def page(who: str) -> bytes:
    """An article's page that tells of `who`."""
    text = "".join(f"<p>{SENTENCE.format(who=who)} {more}</p>" for more in ("So the page.", "It gave no reason."))
    return f"<html><head><title>Recall by {who}</title></head><body><article>{text}</article></body></html>".encode()
