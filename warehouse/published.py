"""Where publications lie, and which one is current."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from transforms.errors import InputError

DATABASE = "warehouse.duckdb"
REPORT = "report.html"
#: A candidate that its checks refused, in `refused/<night>/`, with its report beside it.
REFUSED = "candidate.duckdb"
KEPT = 7


@dataclass(frozen=True, slots=True)
class Published:
    """One publication: `id` is `<night>-<8 hex of the content hash>`, `path` its folder."""

    id: str
    path: Path


def current(home: Path) -> Path | None:
    """The folder that `home/published/current` leads to, itself no link; None where nothing is published.

    A reader that keeps this path keeps its rows, whatever is published meanwhile.
    """
    link = home / "published" / "current"
    return link.resolve() if (link / DATABASE).exists() else None


def published_file(home: Path) -> Path:
    """The database of the current publication. Raises InputError where nothing is published yet."""
    folder = current(home)
    if folder is None:
        raise InputError("nothing published", str(home / "published"), "run `make nightly` first")
    return folder / DATABASE


def flip(home: Path, publication: str) -> None:
    """Let `current` lead to a publication, in one step: there is no moment without a current one."""
    link = home / "published" / "current"
    if link.is_symlink() and str(link.readlink()) == publication:
        return
    aside = link.with_name(".current-next")
    aside.unlink(missing_ok=True)
    aside.symlink_to(publication)
    aside.replace(link)
    sync(link.parent)


def prune(home: Path) -> None:
    """Remove half-made publications and all finished ones but the current and the newest `KEPT - 1` others.

    Whoever has an open file in a removed folder keeps its rows until closing it.
    """
    folder = home / "published"
    chosen = current(home)
    finished = [p for p in folder.iterdir() if p.is_dir() and not p.is_symlink() and not p.name.startswith(".")]
    finished.sort(key=lambda p: (p == chosen, p.stat().st_mtime_ns, p.name), reverse=True)
    for old in (*finished[KEPT:], *folder.glob(".making-*")):
        shutil.rmtree(old)


def sync(path: Path) -> None:
    """Have a file's bytes, or a folder's names, on the disk before going on."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
