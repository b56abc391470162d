"""Web pages: one article a page, read by trafilatura, dated by htmldate."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from htmldate import find_date
from lxml.html import HtmlElement
from trafilatura import bare_extraction, load_html
from trafilatura.settings import Document

from transforms.ingest.days import Day
from transforms.ingest.identity import canonical
from transforms.ingest.pieces import Item, Piece, Refusal

# With `_paragraphs`, the whole of what makes a page a text: the words of links stay, their targets go; readers'
# comments are not the article. Change a line here and the texts, and so the versions, change.
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
# A page of navigation gives a text too, of names and headings. An article holds at least one line that is a sentence:
# forty characters or more and a full stop of some script (CJK writes more in fewer).
_SENTENCE = re.compile(r"^(?:.{40,}[.!?…؟।]|.+[。！？])[\"'”’»)\]]*\s*$", re.M)
_BLANK_PAGE = "<html><body></body></html>"


def read_html(piece: Piece, data: bytes) -> list[Item]:
    """The article of the page `data`. Raises Refusal `unreadable` for no HTML, `no_text` for a page without article."""
    found, basis = _extracted(data, piece.address)
    text = _paragraphs(found.text or "") if isinstance(found, Document) else ""
    if not isinstance(found, Document) or not _SENTENCE.search(text):
        raise Refusal("no_text", "the page holds no article text: give the article's own page, or its text as .txt")
    address = canonical(found.url) or canonical(piece.address)
    item = Item(
        piece.origin.source, piece.locator, piece.sha256, text, found.title or None, address, found.author or None,
    )  # fmt: skip
    return [item.published(Day(date.fromisoformat(found.date)) if found.date else None, basis)]


def _extracted(data: bytes, address: str | None) -> tuple[Any, str]:
    """The document that trafilatura makes of a page (None without text), and how its day is known."""
    remedy = "save the page again, or give its text as .txt"
    try:
        tree = load_html(data)
        if tree is not None:
            found = bare_extraction(tree, url=address, date_extraction_params=dict(DATE_SETTINGS), **SETTINGS)
            return found, _basis(tree, found) if isinstance(found, Document) else ""
    except Exception as error:  # The extractors pass on what any of their parsers raise; one page must not end a night.
        raise Refusal("unreadable", f"{type(error).__name__} while reading the page ({error}): {remedy}") from error
    raise Refusal("unreadable", f"cannot be parsed as HTML: {remedy}")


def _paragraphs(text: str) -> str:
    """The lines that trafilatura gives, one a paragraph, with a blank line between them as in the other readers."""
    return "\n\n".join(line for line in text.split("\n") if line.strip())


def _basis(tree: HtmlElement, found: Document) -> str:
    """`url` where only the address gives the day, else `metadata`."""
    in_address = find_date(_BLANK_PAGE, url=found.url or "", **DATE_SETTINGS)
    if in_address != found.date:
        return "metadata"
    return "metadata" if find_date(tree, url="", **DATE_SETTINGS) == found.date else "url"
