"""What a source holds, piece by piece: a file, the files of a folder in the order of their names, or a response."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from transforms.ingest.decode import MAX_UNPACKED
from transforms.ingest.fetch import Response, Web
from transforms.ingest.fetch_memory import Held, Memory
from transforms.ingest.fetch_retries import Unreached
from transforms.ingest.pieces import Address, Origin, Piece, Refusal, Refused

# A CC-NEWS archive is about 1 GB as it is packed; its records are read one by one.
MAX_ARCHIVE = 2 * 1024**3
_ARCHIVES = (".warc", ".warc.gz")
_ABOUT = re.compile(r"readme(\.\w+)?$", re.I)


@dataclass(frozen=True, slots=True)
class NotNow(Refused):
    """Something that could not be had now, and may be had when it is asked for again."""


def files_of(origin: Origin, path: Path) -> Iterator[Piece | Refused]:
    """The pieces of `origin` under `path`.

    What cannot be had is refused (`unreadable`, `too_large`, `empty` for a folder without files).
    """
    if path.is_dir():
        files = _files(path)
        if not files:
            yield Refused(origin.source, origin.source.locator, "empty", "a folder without files: put articles into it")
        for file in files:
            yield _file(origin, file, f"{origin.source.locator}/{file.relative_to(path).as_posix()}")
    else:
        yield _file(origin, path, origin.source.locator)


def answer_of(origin: Origin, web: Web, memory: Memory) -> Piece | Refused:
    """What the address of `origin` answers, asked with the validators that `memory` holds."""
    own = Address(origin, origin.source.locator)
    return _received(own, memory.held(own.url), web, memory)


def page_of(address: Address, web: Web, memory: Memory, seconds: float | None = None) -> Piece | Refused:
    """The page at `address`, within `seconds`; not asked for again while what is held of it is fresh.

    Freshness counts where the server gave no validators; with validators it is asked whether the page still stands.
    """
    held = memory.held(address.url)
    if held and not held.conditions() and memory.is_fresh(held, web.limits.days_held):
        return _piece(address, held)
    return _received(address, held, web, memory, seconds)


def _received(
    address: Address, held: Held | None, web: Web, memory: Memory, seconds: float | None = None
) -> Piece | Refused:
    try:
        piece = _piece(address, web.fetch(address.url, held, seconds))
    except Refusal as refusal:
        kind = NotNow if isinstance(refusal, Unreached) and refusal.passing else Refused
        return kind(address.origin.source, address.url, refusal.reason, refusal.detail)
    if held and held.data == piece.data:
        memory.asked(piece)
    return piece


def _piece(address: Address, got: Response | Held) -> Piece:
    return Piece(address.origin, address.url, got.data, got.media_type, got.headers, got.address)


def _files(folder: Path) -> list[Path]:
    """Every file below `folder` but hidden ones and a README (about the folder, not of it), sorted by path below it."""
    found: list[Path] = []
    for base, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(base, name) for name in names if not name.startswith(".") and not _ABOUT.match(name)]
    return sorted(found, key=lambda file: file.relative_to(folder).as_posix())


def _file(origin: Origin, path: Path, locator: str) -> Piece | Refused:
    try:
        limit = MAX_ARCHIVE if path.name.lower().endswith(_ARCHIVES) else MAX_UNPACKED
        if path.stat().st_size > limit:
            return Refused(origin.source, locator, "too_large", f"more than {limit} bytes: split the file")
        return Piece(origin, locator, path.read_bytes())
    except OSError as error:
        return Refused(origin.source, locator, "unreadable", f"{error.strerror}: check that it exists and may be read")
