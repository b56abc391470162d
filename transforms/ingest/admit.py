"""Which of the articles read may go on: those in English with a believable day, of the days asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from transforms.ingest.days import DAY, Day
from transforms.ingest.pieces import Address, Item, Refused
from transforms.language import detect

_FIRST_DAY = date(1900, 1, 1)
# A page's own metadata says when it was published; its address and its text only suggest it.
_WEAKER_THAN_A_LIST = frozenset((None, "url", "path", "text"))


def told(item: Item, address: Address) -> Item:
    """`item`, read from the page that a list names as `address`, with what the list knows better.

    That is the title where the page has none, and the day where the page gives none in its metadata.
    """
    title = item.title or address.title
    if address.day is None or item.basis not in _WEAKER_THAN_A_LIST:
        return replace(item, title=title)
    return replace(
        item, title=title, day=address.day, basis=address.basis, precision=address.precision,
        time_zone=address.time_zone,
    )  # fmt: skip


def dated(item: Item, given: date | None, alone: bool) -> Item:
    """`item` with the day that the caller gave (PUBLISHED), where the article carries none.

    A day that only stands in a file's name gives way where SOURCE is that one file (`alone`): the caller means it.
    """
    if given is None or (_has_day(item) and not (alone and item.basis == "path")):
        return item
    return item.published(Day(given), "given")


def admitted(item: Item) -> Item | Refused:
    """`item`, or its refusal: `no_text`, `not_english` (with the language), `no_date`, `bad_date` (before 1900)."""
    if not any(character.isalpha() for character in item.text):
        return _refused(item, "no_text", "a text without a letter: give the article's text")
    language = detect(item.text)
    if not language.english:
        return _refused(item, "not_english", f"language {language.code}: only English is read", language.code)
    if item.day is None:
        return _refused(item, "no_date", "no day of publication: give PUBLISHED=YYYY-MM-DD, or put it in the name")
    if item.day < _FIRST_DAY:
        return _refused(item, "bad_date", f"published {item.day}: before 1900; correct the date")
    if not _has_day(item):
        known = f"{item.day:%Y-%m}" if item.precision == "month" else f"{item.day:%Y}"
        return _refused(item, "no_date", f"published {known}, a {item.precision} and no day: give PUBLISHED=YYYY-MM-DD")
    return item


def not_later(item: Item, night: date) -> Item | Refused:
    """`item`, or its refusal `bad_date` where it was published after `night`."""
    if item.day is not None and item.day > night:
        return _refused(
            item, "bad_date", f"published {item.day}, after the night {night}: correct it, or give a later DATE"
        )
    return item


def within(item: Item, interval: tuple[date, date]) -> bool:
    """Whether the day of `item` lies in `interval`, its end exclusive."""
    return item.day is not None and interval[0] <= item.day < interval[1]


def _has_day(item: Item) -> bool:
    """What the text says of days is told from the day of publication: a month or a year would make them up."""
    return item.day is not None and item.precision == DAY


def _refused(item: Item, reason: str, detail: str, language: str | None = None) -> Refused:
    return Refused(item.source, item.locator, reason, detail, language)
