"""Files that are there whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` aside, then move it in place: whoever reads `path` sees the old bytes or the new ones.

    Bytes, name and new folders are on the disk when this returns, so that what is written later never outlives what it
    refers to.
    """
    make_folder(path.parent)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", suffix=".partial", delete=False) as aside:
        aside.write(data)
        aside.flush()
        os.fsync(aside.fileno())
    Path(aside.name).replace(path)
    _sync(path.parent)


def make_folder(folder: Path) -> None:
    """Make `folder` and those above it, where they are not there yet, and have their names on the disk."""
    new = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for each in new:
        _sync(each.parent)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
