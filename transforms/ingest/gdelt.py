"""GDELT's article lists: its tab-separated tables, its article list as JSON lines, and the answers of its DOC API.

All are read for the addresses that they name, no more. When GDELT saw a page is not when the page was published, so no
day is taken from them: the page's own decides. Formats as in GDELT's codebooks (Event 1.0 and 2.0, Mentions 2.0, GKG 1.0
and 2.1; http://data.gdeltproject.org/documentation/) and in the announcements of the DOC 2.0 API and of the article list
(https://blog.gdeltproject.org/gdelt-doc-2-0-api-debuts/).
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from transforms.ingest.decode import decoded
from transforms.ingest.lists import Languages, addressed, at
from transforms.ingest.pieces import Found, Piece, Refusal, refused

_Entry = tuple[str, str, str | None]
# Number of columns, the first cell, and where the address stands; of GKG 2.1 and Mentions the column before says whether
# it is one (1: the open web; other numbers are citations and archives without an address).
_DAY, _MOMENT = r"\d{8}", r"\d{14}"
_TABLES: tuple[tuple[int, re.Pattern[str], int, int | None], ...] = (
    (58, re.compile(r"\d+"), 57, None),
    (61, re.compile(r"\d+"), 60, None),
    (16, re.compile(r"\d+"), 5, 3),
    (27, re.compile(rf"{_MOMENT}-T?\d+"), 4, 2),
    (11, re.compile(rf"{_DAY}|DATE"), 10, None),
)
_OPEN_WEB = "1"
_MANY = "<UDIV>"
_CSV_HEAD = "URL,MobileURL,Date,Title"
_GAL_KEYS = frozenset(("url", "date", "title", "lang"))


def is_gdelt(text: str) -> bool:
    """Whether `text` is one of GDELT's lists, by its first line or, of one JSON document, by its keys."""
    first = text.lstrip("\ufeff\r\n").partition("\n")[0].rstrip("\r")
    return _table(first) is not None or first == _CSV_HEAD or _is_gal(first) or _api_articles(text) is not None


def read_gdelt(piece: Piece, data: bytes) -> list[Found]:
    """The addresses that a GDELT list names, each once, with the title where it gives one.

    A line of another shape is refused and the others go on; pages that the list says to be in another language than
    English are counted and not listed. Raises Refusal `empty` for a list without an address.
    """
    text = decoded(data)
    languages = Languages()
    bad: list[Found] = []

    def refuse(place: str, detail: str) -> None:
        bad.append(refused(at(piece, place), Refusal("unreadable", f"{place}: {detail}: fetch the list again")))

    articles = _api_articles(text)
    if articles is not None:
        entries = _from_objects(((f"article {n}", each) for n, each in enumerate(articles, 1)), languages, refuse)
    elif text.lstrip("\ufeff\r\n").startswith(_CSV_HEAD):
        entries = _from_csv(text, refuse)
    elif _table(_first(text)):
        entries = _from_table(text, refuse)
    else:
        entries = _from_objects(_json_lines(text), languages, refuse)
    found = [*addressed(piece, entries), *bad, *languages.refusals(piece)]
    if not found:
        raise Refusal("empty", "a GDELT list without an address: nothing to do unless it stays so")
    return found


def _first(text: str) -> str:
    return text.lstrip("\ufeff\r\n").partition("\n")[0].rstrip("\r")


def _table(line: str) -> tuple[int, re.Pattern[str], int, int | None] | None:
    cells = line.split("\t")
    for table in _TABLES:
        if len(cells) == table[0] and table[1].fullmatch(cells[0]):
            return table
    return None


def _from_table(text: str, refuse: Callable[[str, str], None]) -> Iterator[_Entry]:
    table = _table(_first(text))
    for number, line in _numbered(text):
        cells = line.split("\t")
        if table is None or len(cells) != table[0]:
            refuse(f"line {number}", f"{len(cells)} columns where {table[0] if table else 'more'} were expected")
            continue
        _, _, column, collection = table
        if cells[0] == "DATE" or (collection is not None and cells[collection] != _OPEN_WEB):
            continue
        for url in cells[column].split(_MANY):
            # Events of before April 2013 name no page at all, and offline sources name themselves ("BBC Monitoring").
            if "://" in url:
                yield f"line {number}", url, None


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


def _api_articles(text: str) -> list[Any] | None:
    """The articles of an answer of the DOC API in JSON, None for anything else."""
    if not re.match(r'\ufeff?\s*\{\s*"articles"\s*:', text):
        return None
    answer = _parsed(text.lstrip("\ufeff"))
    articles = answer.get("articles") if isinstance(answer, dict) else None
    return articles if isinstance(articles, list) else None


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
