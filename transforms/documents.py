"""Documents handed straight to the extractor: JSON lines in the annotation guide's form, or plain text files."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from transforms.errors import InputError

LINES = {".jsonl", ".ndjson"}


def read_documents(paths: Iterable[Path], published: date | None) -> Iterator[dict[str, Any]]:
    """The documents of the files, in order, each with `id`, `published`, `title` and `text`.

    `published` (a calendar day) dates text files and those lines that carry no date. Raises InputError for a file
    that is no UTF-8, a line that is no such object, and a document that nothing dates.
    """
    for path in paths:
        try:
            yield from _lines(path, published) if path.suffix in LINES else [_text(path, published)]
        except UnicodeDecodeError as error:
            raise InputError(f"bytes that are not UTF-8 ({error.reason})", str(path), "save it as UTF-8") from error


def _text(path: Path, published: date | None) -> dict[str, Any]:
    document = {"id": path.stem, "title": "", "text": path.read_text(encoding="utf-8")}
    return _dated(document, str(path), published)


def _lines(path: Path, published: date | None) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                place = f"line {number} of {path}"
                yield _dated(_object(line, place), place, published)


def _object(line: str, place: str) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(f"no JSON ({error})", place, "write one object a line") from error
    for key in ("id", "text"):
        if not isinstance(found, dict) or not isinstance(found.get(key), str):
            raise InputError(f"no '{key}'", place, "each object needs 'id', 'published' and 'text'")
    return {"title": "", **found}


def _dated(document: dict[str, Any], place: str, published: date | None) -> dict[str, Any]:
    if document.get("published"):
        return document
    if published is None:
        raise InputError("no date of publication", place, "pass --published YYYY-MM-DD")
    return {**document, "published": published.isoformat()}
