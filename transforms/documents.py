"""Documents handed straight to the extractor: JSON lines in the annotation guide's form, web pages, or plain text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from transforms.errors import InputError
from transforms.ingest.html import read_html
from transforms.ingest.pieces import Origin, Piece, Refusal
from transforms.records import Source

LINES = {".jsonl", ".ndjson"}
PAGES = {".html", ".htm", ".xhtml"}


def read_documents(paths: Iterable[Path], published: date | None) -> Iterator[dict[str, Any]]:
    """The documents of the files, in order, each with `id`, `published`, `title` and `text`.

    `published` (a calendar day) dates text files, and those lines and pages that carry no date; a line without `id` is
    known by its file and number. Raises InputError for a file that cannot be read or is no UTF-8, a line that is no
    such object, a page without an article, and a document that nothing dates.
    """
    for path in paths:
        try:
            yield from _read(path, published)
        except UnicodeDecodeError as error:
            raise InputError(f"bytes that are not UTF-8 ({error.reason})", str(path), "save it as UTF-8") from error
        except OSError as error:
            raise InputError(error.strerror or "no file", str(path), "give a file that can be read") from error


def _read(path: Path, published: date | None) -> Iterator[dict[str, Any]]:
    kind = path.suffix.lower()
    if kind in LINES:
        yield from _lines(path, published)
    else:
        yield _dated(_page(path) if kind in PAGES else _text(path), str(path), published)


def _text(path: Path) -> dict[str, Any]:
    return {"id": path.stem, "title": "", "text": path.read_text(encoding="utf-8")}


def _page(path: Path) -> dict[str, Any]:
    """The article of a saved web page, as a night reads it, with the day that the page itself gives."""
    source = Source(path.stem, path.stem, "file", path.name, None, None, None, None)
    data = path.read_bytes()
    try:
        item = read_html(Piece(Origin(source, None, enabled=False), path.name, data), data)[0]
    except Refusal as refusal:
        found, _, remedy = refusal.detail.partition(": ")
        raise InputError(found, str(path), remedy) from refusal
    day = item.day.isoformat() if item.day else ""
    return {"id": path.stem, "title": item.title or "", "text": item.text, "published": day}


def _lines(path: Path, published: date | None) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                place = f"line {number} of {path}"
                yield _dated({"id": f"{path.stem}-{number}", **_object(line, place)}, place, published)


def _object(line: str, place: str) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(f"no JSON ({error})", place, "write one object a line") from error
    if not isinstance(found, dict) or not isinstance(found.get("text"), str):
        raise InputError("no 'text'", place, "each object needs 'published' and 'text'; 'id' is the line without one")
    return {"title": "", **found}


def _dated(document: dict[str, Any], place: str, published: date | None) -> dict[str, Any]:
    if document.get("published"):
        return document
    if published is None:
        raise InputError("no date of publication", place, "pass --published YYYY-MM-DD")
    return {**document, "published": published.isoformat()}
