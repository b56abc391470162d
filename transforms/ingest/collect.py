"""What a source holds, piece by piece: a file, the files of a folder in the order of their names, or a response."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import httpx

from transforms.ingest.decode import MAX_UNPACKED
from transforms.ingest.fetch import fetch
from transforms.ingest.pieces import Origin, Piece, Refusal, Refused

_ABOUT = re.compile(r"readme(\.\w+)?$", re.I)


def collect(origin: Origin, path: Path | None, client: httpx.Client) -> Iterator[Piece | Refused]:
    """The pieces of `origin`: those under `path`, or what its locator answers where there is no path.

    What cannot be had is refused (`unreachable`, `unreadable`, `too_large`, `empty` for a folder without files).
    """
    if path is None:
        yield _response(origin, client)
    elif path.is_dir():
        files = _files(path)
        if not files:
            yield Refused(origin.source, origin.source.locator, "empty", "a folder without files: put articles into it")
        for file in files:
            yield _file(origin, file, f"{origin.source.locator}/{file.relative_to(path).as_posix()}")
    else:
        yield _file(origin, path, origin.source.locator)


def _files(folder: Path) -> list[Path]:
    """Every file below `folder` but hidden ones and a README (about the folder, not of it), sorted by path below it."""
    found: list[Path] = []
    for base, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(base, name) for name in names if not name.startswith(".") and not _ABOUT.match(name)]
    return sorted(found, key=lambda file: file.relative_to(folder).as_posix())


def _file(origin: Origin, path: Path, locator: str) -> Piece | Refused:
    try:
        if path.stat().st_size > MAX_UNPACKED:
            return Refused(origin.source, locator, "too_large", f"more than {MAX_UNPACKED} bytes: split the file")
        return Piece(origin, locator, path.read_bytes())
    except OSError as error:
        return Refused(origin.source, locator, "unreadable", f"{error.strerror}: check that it exists and may be read")


def _response(origin: Origin, client: httpx.Client) -> Piece | Refused:
    locator = origin.source.locator
    try:
        got = fetch(locator, client)
    except Refusal as refusal:
        return Refused(origin.source, locator, refusal.reason, refusal.detail)
    return Piece(origin, locator, got.data, got.media_type, got.headers, got.address)
