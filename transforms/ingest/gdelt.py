"""GDELT's article lists: its tab-separated tables, its article list as JSON lines, and the answers of its DOC API.

All are read for the addresses that they name, no more. When GDELT saw a page is not when the page was published, so no
day is taken from them: the page's own decides. Formats as in GDELT's codebooks (Event 1.0 and 2.0, Mentions 2.0, GKG
1.0 and 2.1; http://data.gdeltproject.org/documentation/) and in the announcements of the DOC 2.0 API and of the article
list (https://blog.gdeltproject.org/gdelt-doc-2-0-api-debuts/).
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from transforms.ingest.decode import decoded
from transforms.ingest.lists import Languages, addressed, at
from transforms.ingest.pieces import Found, Piece, Refusal, refused

_Entry = tuple[str, str, str | None]


@dataclass(frozen=True, slots=True)
class _Table:
    """The shape of a table: its number of columns, its first cell, and the columns, from 0, of what is read.

    `collection` says whether the address is one (1: the open web; the others are citations and closed archives),
    `translation` which language a page was translated from ("srclc:fra; eng:…").
    """

    columns: int
    first: re.Pattern[str]
    url: int
    collection: int | None = None
    translation: int | None = None


_TABLES = (
    _Table(58, re.compile(r"\d+"), 57),
    _Table(61, re.compile(r"\d+"), 60),
    _Table(16, re.compile(r"\d+"), 5, 3, 14),
    _Table(27, re.compile(r"\d{14}-T?\d+"), 4, 2, 25),
    _Table(11, re.compile(r"\d{8}|DATE"), 10),
)
_TRANSLATED = re.compile(r"srclc:(\w+)")
_OPEN_WEB = "1"
_MANY = "<UDIV>"
_CSV_HEAD = "URL,MobileURL,Date,Title"
_API = re.compile(r'\ufeff?\s*\{\s*"articles"\s*:')
_GAL_KEYS = frozenset(("url", "date", "title", "lang"))


def is_gdelt(text: str) -> bool:
    """Whether `text` begins as one of GDELT's lists: by its first line or, of one JSON document, by its first key."""
    first = _first(text)
    return _table(first) is not None or first == _CSV_HEAD or _is_gal(first) or bool(_API.match(text))


def read_gdelt(piece: Piece, data: bytes) -> list[Found]:
    """The addresses that a GDELT list names, each once, with the title where it gives one.

    A line of another shape is refused and the others go on; pages that the list says to be in another language than
    English are counted and not listed. Raises Refusal `empty` for a list without an address, `unreadable` for an answer
    that is cut short.
    """
    text = decoded(data)
    languages = Languages()
    bad: list[Found] = []

    def refuse(place: str, detail: str) -> None:
        bad.append(refused(at(piece, place), Refusal("unreadable", f"{place}: {detail}: fetch the list again")))

    table = _table(_first(text))
    if _API.match(text):
        articles = _api_articles(text)
        entries = _from_objects(((f"article {n}", each) for n, each in enumerate(articles, 1)), languages, refuse)
    elif _first(text) == _CSV_HEAD:
        entries = _from_csv(text, refuse)
    elif table is not None:
        entries = _from_table(text, table, languages, refuse)
    else:
        entries = _from_objects(_json_lines(text), languages, refuse)
    found = [*addressed(piece, entries), *bad, *languages.refusals(piece)]
    if not found:
        raise Refusal("empty", "a GDELT list without an address: nothing to do unless it stays so")
    return found


def _first(text: str) -> str:
    return text.lstrip("\ufeff\r\n").partition("\n")[0].rstrip("\r")


def _table(line: str) -> _Table | None:
    cells = line.split("\t")
    return next((t for t in _TABLES if len(cells) == t.columns and t.first.fullmatch(cells[0])), None)


def _from_table(text: str, table: _Table, languages: Languages, refuse: Callable[[str, str], None]) -> Iterator[_Entry]:
    for number, line in _numbered(text):
        cells = line.split("\t")
        if len(cells) != table.columns:
            refuse(f"line {number}", f"{len(cells)} columns where {table.columns} were expected")
        elif _is_of_the_web(cells, table) and languages.are_read(_translated_from(cells, table)):
            # Events of before April 2013 name no page at all, and offline sources name themselves ("BBC Monitoring").
            yield from ((f"line {number}", url, None) for url in cells[table.url].split(_MANY) if ":" in url)


def _is_of_the_web(cells: list[str], table: _Table) -> bool:
    return cells[0] != "DATE" and (table.collection is None or cells[table.collection] == _OPEN_WEB)


def _translated_from(cells: list[str], table: _Table) -> str | None:
    told = _TRANSLATED.search(cells[table.translation]) if table.translation is not None else None
    return told[1] if told else None


def _from_csv(text: str, refuse: Callable[[str, str], None]) -> Iterator[_Entry]:
    rows = csv.reader(text.lstrip("\ufeff\r\n").splitlines()[1:])
    try:
        for number, row in enumerate(rows, 2):
            if len(row) == _CSV_HEAD.count(",") + 1:
                yield f"line {number}", row[0], row[-1]
            elif row:
                refuse(f"line {number}", f"{len(row)} cells where four were expected")
    except csv.Error as error:
        refuse(f"line {rows.line_num + 1}", f"no CSV ({error}), and what follows is lost")


def _from_objects(
    objects: Iterator[tuple[str, Any]], languages: Languages, refuse: Callable[[str, str], None]
) -> Iterator[_Entry]:
    for place, each in objects:
        if not isinstance(each, dict) or not isinstance(each.get("url"), str):
            refuse(place, "no object with a key 'url'")
            continue
        language, title = each.get("language") or each.get("lang"), each.get("title")
        if languages.are_read(language if isinstance(language, str) else None):
            yield place, each["url"], title if isinstance(title, str) else None


def _json_lines(text: str) -> Iterator[tuple[str, Any]]:
    for number, line in _numbered(text):
        yield f"line {number}", _parsed(line)


def _numbered(text: str) -> Iterator[tuple[int, str]]:
    """Lines with their number. Not str.splitlines: it also splits at U+2028 and its like, which cells may hold."""
    for number, line in enumerate(text.lstrip("\ufeff").split("\n"), 1):
        if line.strip():
            yield number, line.rstrip("\r")


def _is_gal(line: str) -> bool:
    """A line of the article list: what it was about, never its text."""
    record = _parsed(line) if line.startswith("{") else None
    return isinstance(record, dict) and record.keys() >= _GAL_KEYS and "text" not in record


def _api_articles(text: str) -> list[Any]:
    answer = _parsed(text.lstrip("\ufeff"))
    articles = answer.get("articles") if isinstance(answer, dict) else None
    if not isinstance(articles, list):
        raise Refusal("unreadable", "an answer of GDELT's DOC API that is no JSON, or cut short: fetch it again")
    return articles


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
