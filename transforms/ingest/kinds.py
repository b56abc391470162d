"""Which reader a piece needs, by its content first and its name second."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from transforms.ingest.gdelt import is_gdelt
from transforms.ingest.lists import is_url_list
from transforms.ingest.pieces import Piece, Refusal

TEXT, HTML, JSONL, FEED = "text", "html", "jsonl", "feed"
SITEMAP, URLS, GDELT = "sitemap", "urls", "gdelt"

_HEAD = 4096
# A line of GDELT's may be of a hundred thousand characters.
_LINES = 1024 * 1024
_HTML_START = re.compile(rb"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b", re.S | re.I)
_FEED_START = re.compile(rb"<(rss|feed|rdf:rdf)[\s>]", re.I)
_SITEMAP_START = re.compile(rb"<(\w+:)?(urlset|sitemapindex)[\s>]", re.I)
_FEED_SUFFIXES = frozenset((".rss", ".atom", ".rdf", ".xml"))
_FEED_NAMES = frozenset(("feed", "rss", "atom", "rdf"))
_FEED_MEDIA = frozenset(
    ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml")
)
_BY_SUFFIX = {
    ".txt": TEXT, ".text": TEXT, ".html": HTML, ".htm": HTML, ".xhtml": HTML,
    ".jsonl": JSONL, ".ndjson": JSONL, ".json": JSONL,
}  # fmt: skip
_BY_MEDIA = {"text/plain": TEXT, "text/html": HTML, "application/xhtml+xml": HTML, "application/json": JSONL,
             "application/x-ndjson": JSONL}  # fmt: skip
# GDELT's tables are named .csv or .CSV, its other lists .json; lists of addresses have any name of a text, or none.
_MAY_LIST = frozenset(
    ("", ".txt", ".text", ".csv", ".tsv", ".json", ".jsonl", ".lst", ".urls", "text/plain", "text/csv",
     "application/json")
)  # fmt: skip
_NOT_READ = {
    b"%PDF-": "a PDF: save its text as .txt",
    b"PK\x03\x04": "a zip archive of several files, or an office document: unpack it, or save its text as .txt",
}
_REMEDY = "give it as .txt, .html, .jsonl, .rss, .atom, .xml or .warc (each optionally .gz)"


def kind_of(piece: Piece, data: bytes) -> str:
    """The kind of `data`, the unpacked bytes of `piece`.

    Raises Refusal: `empty`, `not_a_feed` where a feed was expected (by source, name or media type), `unreadable`.
    """
    if not data.strip(b"\xef\xbb\xbf \t\r\n\f\v"):
        raise Refusal("empty", "holds nothing but white space: give a file with text")
    for magic, what in _NOT_READ.items():
        if data.startswith(magic):
            raise Refusal("unreadable", what)
    suffix = suffix_of(piece)
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    page = bool(_HTML_START.match(head))
    if not page and head.lstrip().startswith(b"<"):
        if _FEED_START.search(head):
            return FEED
        if _SITEMAP_START.search(head):
            return SITEMAP
    if _expects_feed(piece, suffix):
        found = "an HTML page" if page else "no RSS or Atom"
        raise Refusal("not_a_feed", f"{found} where a feed was expected: correct the address, or save a page as .html")
    return HTML if page else _list_kind(piece, data, suffix) or _by_name(piece, suffix, head)


def _list_kind(piece: Piece, data: bytes, suffix: str) -> str | None:
    """The kind of list that `data` is by its first lines, None for none."""
    if suffix not in _MAY_LIST and piece.media_type not in _MAY_LIST:
        return None
    text = data[:_LINES].decode("utf-8-sig", "replace")
    if is_gdelt(text):
        return GDELT
    whole_lines = text if len(data) <= _LINES else text.rpartition("\n")[0]
    return URLS if is_url_list(whole_lines) else None


def suffix_of(piece: Piece) -> str:
    """The last suffix of the piece's name in lower case, `.gz` or `.zip` left out."""
    path = urlsplit(piece.address).path if piece.address else piece.locator
    return PurePosixPath(path.lower().removesuffix(".gz").removesuffix(".zip")).suffix


def _expects_feed(piece: Piece, suffix: str) -> bool:
    if piece.address and PurePosixPath(urlsplit(piece.address).path.lower()).name in _FEED_NAMES:
        return True
    # A page that the feed names is of the same source, and no feed.
    own = piece.locator == piece.origin.source.locator or not piece.address
    return (own and piece.origin.source.kind == FEED) or suffix in _FEED_SUFFIXES or piece.media_type in _FEED_MEDIA


def _by_name(piece: Piece, suffix: str, head: bytes) -> str:
    kind = _BY_SUFFIX.get(suffix) or _BY_MEDIA.get(piece.media_type or "")
    if kind is None and not suffix:
        kind = JSONL if head.lstrip().startswith(b"{") else TEXT
    if kind is None:
        raise Refusal("unreadable", f"no reader for {suffix or piece.media_type!r}: {_REMEDY}")
    return kind
