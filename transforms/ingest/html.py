"""Web pages: one article a page, read by trafilatura, dated by htmldate."""

from __future__ import annotations

from datetime import date
from typing import Any

from htmldate import find_date
from lxml.html import HtmlElement
from trafilatura import bare_extraction, load_html
from trafilatura.settings import Document

from transforms.ingest.identity import canonical
from transforms.ingest.pieces import Item, Piece, Refusal

# The whole of what makes a page a text. Paragraphs end in a newline; the words of links stay, their targets go;
# readers' comments are not the article. Change a line here and the texts, and so the versions, change.
SETTINGS: dict[str, Any] = {
    "with_metadata": True,
    "include_comments": False,
    "include_tables": True,
    "include_links": False,
    "include_images": False,
    "include_formatting": False,
    "deduplicate": False,
}
# The first day published, as the page's metadata, address or dated elements state it. The free-text search stays off:
# it guesses. Both bounds are fixed, because htmldate else asks the clock.
DATE_SETTINGS: dict[str, Any] = {
    "original_date": True,
    "extensive_search": False,
    "deferred_url_extractor": True,
    "min_date": "1995-01-01",
    "max_date": "2100-12-31",
}
_BLANK_PAGE = "<html><body></body></html>"


def read_html(piece: Piece, data: bytes) -> list[Item]:
    """The article of the page `data`. Raises Refusal `unreadable` for no HTML, `no_text` for a page without article."""
    tree = load_html(data)
    if tree is None:
        raise Refusal("unreadable", "cannot be parsed as HTML: save the page again")
    found = bare_extraction(tree, url=piece.address, date_extraction_params=dict(DATE_SETTINGS), **SETTINGS)
    if not isinstance(found, Document) or not (found.text or "").strip():
        raise Refusal("no_text", "the page holds no article text: give the article's own page, or its text as .txt")
    address = canonical(found.url) or canonical(piece.address)
    day = date.fromisoformat(found.date) if found.date else None
    return [
        Item(
            piece.origin.source, piece.locator, piece.sha256, found.text or "", found.title or None, address,
            found.author or None, day, _basis(tree, found) if day else None,
        )
    ]  # fmt: skip


def _basis(tree: HtmlElement, found: Document) -> str:
    """`url` where only the address gives the day, else `metadata`."""
    in_address = find_date(_BLANK_PAGE, url=found.url or "", **DATE_SETTINGS)
    if in_address != found.date:
        return "metadata"
    return "metadata" if find_date(tree, url="", **DATE_SETTINGS) == found.date else "url"
