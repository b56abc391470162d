"""JSON lines: one article a line, in the form of the gold and corpus files."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from transforms.ingest.days import day_of
from transforms.ingest.decode import decoded
from transforms.ingest.identity import canonical
from transforms.ingest.pieces import Item, Origin, Piece, Refusal, Refused, refused

_KEYS = "id, url, source, published or published_date, title, author, text"


def read_jsonl(piece: Piece, data: bytes, origin_of: Callable[[str], Origin]) -> list[Item | Refused]:
    """The articles of `data`, one a line (or one an element, where the whole is one JSON array).

    Keys: id, url, source, published (ISO 8601) or published_date (the issuing place's day, which wins), title, author,
    text (kept exactly). `origin_of` turns a record's `source` into its source. A bad line is refused; the others go on.
    """
    read: list[Item | Refused] = []
    for locator, record in _records(piece, data):
        try:
            read.append(_item(piece, locator, record, origin_of))
        except Refusal as refusal:
            place = Piece(piece.origin, locator, b"")
            read.append(refused(place, Refusal(refusal.reason, f"{locator.rpartition('#')[2]}: {refusal.detail}")))
    return read


def _records(piece: Piece, data: bytes) -> Iterator[tuple[str, Any]]:
    text = decoded(data)
    whole = _parsed(text)
    if isinstance(whole, list):
        yield from ((f"{piece.locator}#element {number}", element) for number, element in enumerate(whole, 1))
    elif isinstance(whole, dict):
        yield f"{piece.locator}#line 1", whole
    else:
        yield from _lines(piece, text)


def _lines(piece: Piece, text: str) -> Iterator[tuple[str, Any]]:
    # Not str.splitlines: it also splits at U+2028 and its like, which JSON strings may hold.
    numbered = [(number, _parsed(line)) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    if not any(isinstance(record, dict) for _, record in numbered):
        raise Refusal("unreadable", f"no line holds a JSON object: write one article a line with keys {_KEYS}")
    yield from ((f"{piece.locator}#line {number}", record) for number, record in numbered)


def _parsed(line: str) -> Any:
    """The JSON value, or the error that says why it is none."""
    try:
        return json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        return error


def _item(piece: Piece, locator: str, record: Any, origin_of: Callable[[str], Origin]) -> Item:
    if isinstance(record, Exception):
        raise Refusal("unreadable", f"no JSON ({record}): mend or remove the line")
    if not isinstance(record, dict):
        raise Refusal("unreadable", f"{type(record).__name__} where an object is needed: write one with keys {_KEYS}")
    text = _string(record, "text")
    if not text or not text.strip():
        raise Refusal("no_text", "key 'text' is missing or blank: give the article's text")
    name = _string(record, "source")
    origin = origin_of(name) if name else piece.origin
    written = _string(record, "published_date") or _string(record, "published")
    try:
        told = day_of(written, origin.time_zone) if written else None
    except ValueError as error:
        raise Refusal("bad_date", f"published {written!r}: write an ISO 8601 day such as 2019-01-31") from error
    item = Item(
        origin.source, locator, piece.sha256, text, _string(record, "title") or None, canonical(_string(record, "url")),
        _string(record, "author") or None, own_id=_own_id(record, locator),
    )  # fmt: skip
    return item.published(told, "record")


def _string(record: dict[str, Any], key: str) -> str | None:
    value = record.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise Refusal("unreadable", f"key {key!r} holds {type(value).__name__}: write a string")
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise Refusal("unreadable", f"key {key!r} holds half a character ({error.reason}): write it anew") from error
    return value


def _own_id(record: dict[str, Any], locator: str) -> str:
    """One line is one article: a record without an id is known by its line."""
    own = record.get("id")
    return str(own) if isinstance(own, str | int) and str(own) else locator
