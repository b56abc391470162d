"""Which of the articles read may go on: those in English with a believable day, of the days asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from transforms.ingest.pieces import Item, Refused
from transforms.language import detect

_FIRST_DAY = date(1900, 1, 1)


def dated(item: Item, given: date | None, alone: bool) -> Item:
    """`item` with the day that the caller gave (PUBLISHED), where the article carries none.

    A day that only stands in a file's name gives way where SOURCE is that one file (`alone`): the caller means it.
    """
    if given is None or (item.day is not None and not (alone and item.basis == "path")):
        return item
    return replace(item, day=given, basis="given")


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


def _refused(item: Item, reason: str, detail: str, language: str | None = None) -> Refused:
    return Refused(item.source, item.locator, reason, detail, language)
