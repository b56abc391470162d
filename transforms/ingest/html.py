"""Web pages: one article a page, read by trafilatura, dated by htmldate."""

from __future__ import annotations

import re
from typing import Any

from lxml.html import HtmlElement
from trafilatura import bare_extraction, extract_metadata, load_html
from trafilatura.settings import Document

from transforms.ingest.boilerplate import headlines, prune, without_headline
from transforms.ingest.identity import canonical
from transforms.ingest.page_dates import DATE_SETTINGS, page_day
from transforms.ingest.pieces import Item, Piece, Refusal

# With `boilerplate` and `_lines`, the whole of what makes a page a text: the words of links stay, their targets go;
# readers' comments are not the article. Change a line here and the texts, and so the versions, change.
SETTINGS: dict[str, Any] = {
    "include_comments": False,
    "include_tables": True,
    "include_links": False,
    "include_images": False,
    "include_formatting": False,
    "deduplicate": False,
}
# A page of navigation gives a text too, of names and headings. An article holds at least one line that is a sentence:
# forty characters or more and a full stop of some script (CJK writes more in fewer).
_SENTENCE = re.compile(r"^(?:.{40,}[.!?…؟।]|.+[。！？])[\"'”’»)\]]*\s*$", re.M)


def read_html(piece: Piece, data: bytes) -> list[Item]:
    """The article of the page `data`. Raises Refusal `unreadable` for no HTML, `no_text` for a page without article.

    Its text has a blank line between paragraphs, as in the other readers.
    """
    remedy = "save the page again, or give its text as .txt"
    try:
        tree = load_html(data)
        item = None if tree is None else _article(piece, tree)
    except Refusal:
        raise
    except Exception as error:  # The extractors pass on what any of their parsers raise; one page must not end a night.
        raise Refusal("unreadable", f"{type(error).__name__} while reading the page ({error}): {remedy}") from error
    if item is None:
        raise Refusal("unreadable", f"cannot be parsed as HTML: {remedy}")
    return [item]


def _article(piece: Piece, tree: HtmlElement) -> Item:
    """What the parsed page says of itself and its text; `tree` is used up."""
    about = extract_metadata(tree, piece.address, dict(DATE_SETTINGS))
    day, basis = page_day(tree, about.date, about.url, piece.origin.time_zone)
    titles = headlines(tree)
    prune(tree)
    found = bare_extraction(tree, url=about.url or piece.address, **SETTINGS)
    lines = [line for line in (found.text or "").split("\n") if line.strip()] if isinstance(found, Document) else []
    text = "\n\n".join(without_headline(lines, titles))
    if not _SENTENCE.search(text):
        raise Refusal("no_text", "the page holds no article text: give the article's own page, or its text as .txt")
    address = canonical(about.url) or canonical(piece.address)
    item = Item(
        piece.origin.source, piece.locator, piece.sha256, text, about.title or None, address, about.author or None
    )
    return item.published(day, basis)
