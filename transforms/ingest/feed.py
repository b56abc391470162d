"""RSS and Atom: one article an entry, with the text the feed itself carries. No page is fetched."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import feedparser

from transforms.ingest.days import Day, day_of
from transforms.ingest.identity import canonical
from transforms.ingest.markup import plain_text
from transforms.ingest.pieces import Item, Origin, Piece, Refusal, Refused, refused


def read_feed(piece: Piece, data: bytes, origin_at: Callable[[str], Origin | None]) -> list[Item | Refused]:
    """The entries of the feed `data`: full content where given, else the summary, as text with its paragraphs.

    A saved copy of a feed that names itself (`rel="self"`) at a listed address (`origin_at`) is that source's.
    Raises Refusal: `not_a_feed`, `unreadable` for broken XML without an entry, `empty` for a feed without entries.
    """
    feed = _parsed(data)
    if not feed.entries and feed.bozo:
        raise Refusal("unreadable", f"broken feed ({feed.bozo_exception}): fetch it again")
    if not feed.version:
        raise Refusal("not_a_feed", "no RSS or Atom where a feed was expected: correct the address")
    if not feed.entries:
        raise Refusal("empty", "a feed without entries: nothing to do unless it stays so")
    origin = _origin(piece, feed, origin_at)
    read: list[Item | Refused] = []
    for number, entry in enumerate(feed.entries, 1):
        place = Piece(origin, f"{piece.locator}#{_name(entry) or f'entry {number}'}", b"")
        try:
            read.append(_item(place, entry, piece.sha256))
        except Refusal as refusal:
            read.append(refused(place, refusal))
    return read


def _parsed(data: bytes) -> Any:
    try:
        # A stream, because feedparser takes a string or bytes for an address or a file name first.
        return feedparser.parse(io.BytesIO(data))
    except Exception as error:  # It passes on whatever its parsers raise, such as a UnicodeEncodeError for &#xD800;.
        raise Refusal("unreadable", f"broken feed ({type(error).__name__}: {error}): fetch it again") from error


def _origin(piece: Piece, feed: Any, origin_at: Callable[[str], Origin | None]) -> Origin:
    if piece.address is None:
        for link in feed.feed.get("links", ()):
            known = origin_at(link.get("href", "")) if link.get("rel") == "self" else None
            if known:
                return known
    return piece.origin


def _name(entry: Any) -> str | None:
    return entry.get("link") or entry.get("id") or None


def _item(place: Piece, entry: Any, raw_sha256: str) -> Item:
    text = _text(entry)
    if not text:
        raise Refusal("no_text", "an entry without content or summary: nothing to read until pages are fetched")
    item = Item(
        place.origin.source, place.locator, raw_sha256, text, _title(entry), canonical(entry.get("link")),
        entry.get("author") or None, own_id=entry.get("id") or entry.get("link"),
    )  # fmt: skip
    return item.published(_day(entry, place.origin.time_zone), "feed")


def _text(entry: Any) -> str:
    bodies = [content.get("value") for content in entry.get("content", ())]
    return next((text for text in map(plain_text, [*bodies, entry.get("summary")]) if text), "")


def _title(entry: Any) -> str | None:
    title: str = entry.get("title") or ""
    if "html" in entry.get("title_detail", {}).get("type", "") and "<" in title:
        title = plain_text(title)
    return " ".join(title.split()) or None


def _day(entry: Any, time_zone: str | None) -> Day | None:
    # "in" first: feedparser answers for a missing `updated` with `published`, and warns.
    written = next((entry[key] for key in ("published", "updated", "created") if key in entry), None)
    if not written:
        return None
    try:
        return day_of(written, time_zone)
    except ValueError as error:
        raise Refusal("bad_date", f"{written!r}: no date as RSS or Atom write it; tell the publisher") from error
