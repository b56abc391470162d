"""Sitemaps: the pages that a site lists, those of news with title and day, and the sitemaps that an index lists."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from lxml import etree

from transforms.ingest.addresses import page_at
from transforms.ingest.days import Day, day_of
from transforms.ingest.lists import Languages, at
from transforms.ingest.pieces import Address, Found, Origin, Piece, Refusal, Refused, refused

# Entities stay unexpanded, nothing is loaded from elsewhere, and libxml2's own limits on depth and size hold: a sitemap
# needs none of it (https://www.sitemaps.org/protocol.html).
_PARSER: dict[str, Any] = {"resolve_entities": False, "load_dtd": False, "no_network": True, "huge_tree": False}


def read_sitemap(piece: Piece, data: bytes) -> list[Found]:
    """The addresses that the sitemap or index `data` names, each with title and day where it is a news sitemap.

    The day is that of `news:publication_date`; `lastmod` is none of publication. Broken XML is read up to the break,
    which is one refusal. What the sitemap says to be in another language than English is counted and not listed.
    Raises Refusal `empty` for a sitemap without an address.
    """
    found: list[Found] = []
    languages = Languages()
    try:
        for number, entry in enumerate(_entries(data), 1):
            _take(piece, number, entry, languages, found)
    except etree.XMLSyntaxError as error:
        found.append(refused(piece, _broken(error, len(found))))
    found += languages.refusals(piece)
    if not found:
        raise Refusal("empty", "a sitemap without an address: nothing to do unless it stays so")
    return found


def _take(piece: Piece, number: int, entry: dict[str, str], languages: Languages, found: list[Found]) -> None:
    place = at(piece, f"entry {number}")
    if "loc" not in entry:
        found.append(refused(place, Refusal("unreadable", "an entry without <loc>: tell the publisher")))
    elif languages.are_read(entry.get("language")):
        found.append(_address(piece, place, entry))


def _address(piece: Piece, place: Piece, entry: dict[str, str]) -> Address | Refused:
    try:
        url = page_at(entry["loc"], piece.address)
    except Refusal as refusal:
        return refused(place, refusal)
    told = _day(entry, piece.origin)
    title = " ".join(entry.get("title", "").split()) or None
    if told is None:
        return Address(piece.origin, url, title, locator=place.locator)
    return Address(
        piece.origin, url, title, told.day, "feed", precision=told.precision, time_zone=told.time_zone,
        locator=place.locator,
    )  # fmt: skip


def _day(entry: dict[str, str], origin: Origin) -> Day | None:
    """The day written; None for none and for what is no date: then the page's own decides."""
    try:
        return day_of(entry["publication_date"], origin.time_zone)
    except (KeyError, ValueError):
        return None


def _entries(data: bytes) -> Iterator[dict[str, str]]:
    """Each `<url>` or `<sitemap>` as its texts by local name; of a name that comes again, the first with text counts.

    `image:loc` and `image:title` are an image's and go with the rest of `image:` and `video:`.
    """
    entry: dict[str, str] = {}
    for _, node in etree.iterparse(io.BytesIO(data), events=("end",), **_PARSER):
        if not isinstance(node.tag, str):
            continue
        name = etree.QName(node).localname
        if name in ("url", "sitemap") and _is_entry(node):
            yield entry
            entry = {}
            _let_go(node)
        elif not _of_media(node) and node.text and node.text.strip():
            entry.setdefault(name, node.text.strip())


def _is_entry(node: etree._Element) -> bool:
    parent = node.getparent()
    return parent is not None and parent.getparent() is None


def _of_media(node: etree._Element) -> bool:
    space = etree.QName(node).namespace or ""
    return "image" in space or "video" in space


def _let_go(node: etree._Element) -> None:
    """Free what is read: a sitemap may hold fifty thousand entries."""
    node.clear()
    parent = node.getparent()
    while parent is not None and node.getprevious() is not None:
        del parent[0]


def _broken(error: etree.XMLSyntaxError, count: int) -> Refusal:
    return Refusal(
        "unreadable", f"broken sitemap after {count} entries ({error}): what follows is lost; fetch it again"
    )
