"""The day that a page was published: htmldate finds it; here is read how it is known and which moment it stands for.

htmldate gives a day and neither its time nor where it stood, looks at no day before 1995, and completes a month from
the clock. So the page's own statements (metadata of publication, as ISO 8601) are read beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from typing import Any

from htmldate import find_date
from lxml.html import Element, HtmlElement

from transforms.ingest.days import DAY, MONTH, Day, day_of

# The first day published, as the page's metadata, address or dated elements state it. The free-text search stays off:
# it guesses. Both bounds are fixed, because htmldate else asks the clock.
DATE_SETTINGS: dict[str, Any] = {
    "original_date": True,
    "extensive_search": False,
    "deferred_url_extractor": True,
    "min_date": "1995-01-01",
    "max_date": "2100-12-31",
}
# Names under which pages state when they were published, after letters of case and separators are dropped: Open Graph,
# schema.org, Dublin Core, Parsely, Sailthru and what newsrooms add of their own.
_NAMES = frozenset(
    (
        "articlepublishedtime", "articlepublished", "ogpublishedtime", "ogarticlepublishedtime", "publishedtime",
        "datepublished", "publicationdate", "publishdate", "pubdate", "publishedat", "dcdateissued", "dctermsissued",
        "dctermsdate", "dcdate", "dctermscreated", "dcdatecreated", "parselypubdate", "sailthrudate", "citationdate",
        "citationpublicationdate", "originalpublicationdate", "articledateoriginal", "releasedate", "date",
    )
)  # fmt: skip
_NAME_KEYS = ("property", "name", "itemprop")
_LETTERS = re.compile(r"[^a-z]")
_IN_JSON = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')
_OFFSET = re.compile(r"^(\d{4}-.{1,30}?) ([+-]\d\d:?\d\d)$")
_BLANK_PAGE = "<html><body></body></html>"


def page_day(tree: HtmlElement, found: str | None, url: str | None, time_zone: str | None) -> tuple[Day | None, str]:
    """The day of publication of a page and its basis (`metadata`, `url` or `text`), where htmldate `found` a day.

    A moment that the page states for that day counts in `time_zone` (IANA name) where that is known. Where htmldate
    finds nothing, the page's first statement counts, whatever its year. Leaves `tree` as it is.
    """
    stated = list(_stated(tree))
    if found is None:
        return _first(stated, time_zone), "metadata"
    day = date.fromisoformat(found)
    for written in stated:
        plain = _parsed(written, None)
        if plain is not None and plain.day == day and plain.precision == DAY:
            return _parsed(written, time_zone), "metadata"
    return _unstated(tree, day, url, stated)


def _unstated(tree: HtmlElement, day: date, url: str | None, stated: list[str]) -> tuple[Day, str]:
    """As `page_day`, for a day that no statement of publication gives in full."""
    if any(_holds(value, day) for value in _values(tree)):
        return Day(day), "metadata"
    if url and find_date(_BLANK_PAGE, url=url, **DATE_SETTINGS) == day.isoformat():
        return Day(day), "url"
    if f"{day:%Y-%m}" in (*stated, *_values(tree)):
        return Day(day.replace(day=1), MONTH), "metadata"
    return Day(day), "metadata" if _in_head(tree, day) else "text"


def _first(stated: list[str], time_zone: str | None) -> Day | None:
    return next((day for day in (_parsed(written, time_zone) for written in stated) if day is not None), None)


def _parsed(written: str, time_zone: str | None) -> Day | None:
    try:
        return day_of(_OFFSET.sub(r"\1\2", written.strip()), time_zone)
    except ValueError:
        return None


def _stated(tree: HtmlElement) -> Iterator[str]:
    """What the page's metadata says of its publication, as written: JSON-LD, then meta elements, then `<time>`."""
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            yield from _IN_JSON.findall(script.text or "")
    for meta in tree.iter("meta"):
        names = (_LETTERS.sub("", (meta.get(key) or "").lower()) for key in _NAME_KEYS)
        if meta.get("content") and not _NAMES.isdisjoint(names):
            yield meta.get("content").strip()
    for time in tree.iter("time"):
        if time.get("datetime") and (time.get("pubdate") is not None or time.get("itemprop") == "datePublished"):
            yield time.get("datetime").strip()


def _values(tree: HtmlElement) -> Iterator[str]:
    """Every value that a page gives machines to read and that may hold a date."""
    for meta in tree.iter("meta"):
        yield (meta.get("content") or "").strip()
    for time in tree.iter("time"):
        yield (time.get("datetime") or "").strip()
    for script in tree.iter("script"):
        if "json" in (script.get("type") or ""):
            yield script.text or ""


def _holds(value: str, day: date) -> bool:
    return any(f"{day:{form}}" in value for form in ("%Y-%m-%d", "%Y/%m/%d", "%Y%m%d"))


def _in_head(tree: HtmlElement, day: date) -> bool:
    """Whether htmldate finds the day in the page's head alone, in whatever form of writing."""
    head = tree.find(".//head")
    if head is None:
        return False
    alone = Element("html")
    alone.append(deepcopy(head))
    return bool(find_date(alone, url="", **DATE_SETTINGS) == day.isoformat())
