"""What stands inside an article's text and is none of it: links to other articles, captions, the headline again.

trafilatura takes away what stands around an article; these are the remains that its defaults leave, known by general
signs and never by a site. Each rule takes away or keeps whole paragraphs. tests/bench/pages.py measures them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

_PARAGRAPHS = frozenset(("p", "li", "h2", "h3", "h4", "h5", "h6"))
_EMPHASIS = frozenset(("strong", "b", "em"))
_WRAPPERS = frozenset(("div", "section", "article"))
_QUOTE_WRAPPERS = frozenset(("div", "figure", "aside", "section"))
_CONTAINERS = frozenset(("p", "span", "div", "small", "ul"))
# A paragraph that is a link in so much of its length and no sentence is the headline of another article.
_LINKED = 0.8
# So many links side by side that make up so much of an element are a list of other articles; shorter ones are names.
_CLUSTER, _CLUSTERED, _HEADLINE = 3, 0.75, 20
# The words over such a list ("Don't miss") are no longer.
_LONGEST_LABEL = 40
_EMPHASISED = 0.9
# What surrounds an embedded quotation may add a name or a day to it, no more.
_ADDED, _ADDED_SHARE = 40, 1.2
_SENTENCE_END = re.compile(r"[.!…。！؟।][\"'”’»)\]]*$")
_PUNCTUATED = re.compile(r"[.!?…。！？؟।:;,][\"'”’»)\]]*$")
_NO_WORD = re.compile(r"\W+")


def prune(tree: HtmlElement) -> None:
    """Take out of `tree`, in place, the links to other articles and the captions inside the text.

    Quotations that a page embeds (messages of networks, say) are freed of the boxes that extraction takes for
    advertisement.
    """
    for element in list(_link_lists(tree)):
        label = element.getprevious()
        _drop(element)
        if label is not None and _is_label(label):
            _drop(label)
    for element in list(_lone_links(tree)):
        _drop(element)
    for paragraph in [image.iterancestors("p") for image in tree.iter("img")]:
        nearest = next(paragraph, None)
        if nearest is not None and _is_caption(nearest):
            _drop(nearest)
    for quotation in list(tree.iter("blockquote")):
        _free(quotation)


def headlines(tree: HtmlElement) -> frozenset[str]:
    """The headlines of the page, as `without_headline` compares them."""
    return frozenset(_compared(_text(heading)) for heading in tree.iter("h1"))


def without_headline(lines: list[str], titles: frozenset[str]) -> list[str]:
    """`lines` without those at their start that only repeat one of `titles`: the title is kept beside the text."""
    start = 0
    while start < len(lines) and _compared(lines[start]) in titles:
        start += 1
    return lines[start:]


def _compared(text: str) -> str:
    return _NO_WORD.sub("", text).casefold()


def _link_lists(tree: HtmlElement) -> Iterator[HtmlElement]:
    parents: dict[HtmlElement, list[HtmlElement]] = {}
    for link in tree.iter("a"):
        parent = link.getparent()
        if parent is not None and parent.tag in _CONTAINERS:
            parents.setdefault(parent, []).append(link)
    for parent, links in parents.items():
        linked = sum(len(_text(link)) for link in links)
        if len(links) >= _CLUSTER and linked > _HEADLINE * len(links) and linked >= _CLUSTERED * len(_text(parent)):
            yield parent


def _is_label(element: HtmlElement) -> bool:
    text = _text(element)
    return (
        element.tag in _PARAGRAPHS | _EMPHASIS
        and len(text) <= _LONGEST_LABEL
        and not _PUNCTUATED.search(text.rstrip(":"))
    )


def _lone_links(tree: HtmlElement) -> Iterator[HtmlElement]:
    seen: set[HtmlElement] = set()
    for link in tree.iter("a"):
        for element in link.iterancestors():
            if element in seen:
                break
            seen.add(element)
            if _is_paragraph(element) and _is_linked(element):
                yield element


def _is_paragraph(element: HtmlElement) -> bool:
    if element.tag in _PARAGRAPHS:
        return True
    parent = element.getparent()
    return element.tag in _EMPHASIS and parent is not None and parent.tag in _WRAPPERS


def _is_linked(element: HtmlElement) -> bool:
    text = _text(element)
    linked = sum(len(_text(link)) for link in element.iter("a"))
    return bool(text) and linked >= _LINKED * len(text) and not _SENTENCE_END.search(text)


def _is_caption(paragraph: HtmlElement) -> bool:
    """Whether all that a paragraph says beside its picture is set apart, as captions are."""
    length = len(_text(paragraph))
    return length > 0 and sum(len(_text(part)) for part in paragraph.iter("em", "i", "small")) >= _EMPHASISED * length


def _free(quotation: HtmlElement) -> None:
    """Put a quotation in the place of the boxes that hold nothing else, and take the names off it."""
    box, length = quotation, len(_text(quotation))
    while (outer := box.getparent()) is not None and outer.tag in _QUOTE_WRAPPERS:
        if len(_text(outer)) > _ADDED_SHARE * length + _ADDED:
            break
        box = outer
    parent = box.getparent()
    if not length or parent is None:
        return
    for part in quotation.iter():
        part.attrib.pop("class", None)
        part.attrib.pop("id", None)
    if box is not quotation:
        tail = box.tail
        parent.replace(box, quotation)
        quotation.tail = tail


def _drop(element: HtmlElement) -> None:
    """Take an element out and leave what follows it."""
    if element.getparent() is not None:
        element.tail = f" {element.tail}" if element.tail else None
        element.drop_tree()


def _text(element: HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())
