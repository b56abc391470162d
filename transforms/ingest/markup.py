"""HTML fragments, as feeds carry them, as plain text with their paragraphs."""

from __future__ import annotations

import re

from lxml import html

_BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "caption", "center", "dd", "details", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
        "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
        "tr", "ul",
    )
)  # fmt: skip
_SILENT = frozenset(("script", "style", "template", "noscript"))
# NUL cannot stand in parsed HTML, so these marks meet nothing of the text's own.
_PARAGRAPH, _LINE = "\x00p", "\x00l"
_SPACES = re.compile(r"\s+")


def plain_text(fragment: str | None) -> str:
    """The text of an HTML fragment, the words of its links included.

    A blank line stands between blocks, a newline where a `<br>` was, one space for any other run of white space.
    """
    if not fragment or not fragment.strip():
        return ""
    pieces: list[str] = []
    _walk(html.fragment_fromstring(fragment.replace("\x00", ""), create_parent="div"), pieces)
    paragraphs = []
    for paragraph in _SPACES.sub(" ", "".join(pieces)).split(_PARAGRAPH):
        lines = [line.strip() for line in paragraph.split(_LINE)]
        paragraphs.append("\n".join(line for line in lines if line))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _walk(node: html.HtmlElement, pieces: list[str]) -> None:
    tag = node.tag if isinstance(node.tag, str) else None
    if tag is not None and tag not in _SILENT:
        edge = _PARAGRAPH if tag in _BLOCKS else _LINE if tag == "br" else ""
        pieces += (edge, node.text or "")
        for child in node:
            _walk(child, pieces)
            pieces.append(child.tail or "")
        pieces.append(edge if tag in _BLOCKS else "")
