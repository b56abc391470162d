"""RSS and Atom: one article an entry where the feed carries it, else the page that the entry names."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

import feedparser

from transforms.ingest.addresses import page_at
from transforms.ingest.days import Day, day_of
from transforms.ingest.identity import canonical
from transforms.ingest.markup import plain_text
from transforms.ingest.pieces import Address, Found, Item, Origin, Piece, Refusal, refused

# Characters. A teaser is of one or two sentences, in the excerpts that WordPress makes of fifty-five words (some 350
# characters), cut off or not; a whole release in a content element may be as short. A summary is whole only where it is
# plainly no teaser. Where this errs the page is fetched, and the entry stands in for it where that fails.
SHORTEST_CONTENT = 350
SHORTEST_SUMMARY = 1500
_END = 500
_CUT_OFF = re.compile(
    r"(?:\.\.\.|…|\[…\]|\[\.\.\.\]|(?:read|see) (?:more|the full .{1,40})|continue reading.{0,200}|"
    r"the post .{1,300} appeared first on .{1,100})\W*$",
    re.I,
)


def read_feed(piece: Piece, data: bytes, origin_at: Callable[[str], Origin | None]) -> list[Found]:
    """The entries of the feed `data`: full content where given, else the summary, as text with its paragraphs.

    Of a feed from the network, an entry without the whole text names a page (`Address`), with the entry as its summary.
    A saved copy is read for what it holds, and no page is fetched; one that names itself (`rel="self"`) at a listed
    address (`origin_at`) is that source's.
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
    found: list[Found] = []
    for number, entry in enumerate(feed.entries, 1):
        place = Piece(origin, f"{piece.locator}#{_name(entry) or f'entry {number}'}", b"")
        try:
            page = _page(piece, entry)
            found.append(_address(place, entry, piece.sha256, page) if page else _item(place, entry, piece.sha256))
        except Refusal as refusal:
            found.append(refused(place, refusal))
    return found


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


def _page(piece: Piece, entry: Any) -> str | None:
    """The page to fetch for `entry`; None where it is a saved copy, holds the whole text, or names no page."""
    if piece.address is None or _is_whole(entry):
        return None
    try:
        page = page_at(entry.get("link") or "", piece.address)
    except Refusal:
        return None
    return None if page == piece.address else page


def _is_whole(entry: Any) -> bool:
    """Whether an entry carries its article whole: neither cut off nor, for its place, a mere teaser."""
    content, summary = _content(entry), plain_text(entry.get("summary"))
    if content and not _CUT_OFF.search(content[-_END:]):
        return len(content) >= SHORTEST_CONTENT
    return len(summary) >= SHORTEST_SUMMARY and not _CUT_OFF.search(summary[-_END:])


def _address(place: Piece, entry: Any, raw_sha256: str, page: str) -> Address:
    try:
        item = _item(place, entry, raw_sha256)
    except Refusal:
        # Without a text, or with a day that no calendar has: the page itself decides.
        return Address(place.origin, page, _title(entry), locator=place.locator)
    return Address(
        place.origin, page, item.title, item.day, item.basis, item, item.precision, item.time_zone, place.locator
    )


def _item(place: Piece, entry: Any, raw_sha256: str) -> Item:
    text = _content(entry) or plain_text(entry.get("summary"))
    if not text:
        raise Refusal("no_text", "an entry without content or summary: fetch the feed itself, not a copy")
    item = Item(
        place.origin.source, place.locator, raw_sha256, text, _title(entry), canonical(entry.get("link")),
        entry.get("author") or None, own_id=entry.get("id") or entry.get("link"),
    )  # fmt: skip
    return item.published(_day(entry, place.origin.time_zone), "feed")


def _content(entry: Any) -> str:
    bodies = (plain_text(content.get("value")) for content in entry.get("content", ()))
    return next((body for body in bodies if body), "")


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
