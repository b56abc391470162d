"""One night's staging folder: written aside, then moved in place whole."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from transforms.frames import write_rows, write_tables
from transforms.ingest.tables import NightRows
from transforms.records import Version


def stage(folder: Path, rows: NightRows, batch_size: int) -> tuple[Path, ...]:
    """Write `folder`/ingested/*.parquet and `folder`/batches/NNNN.parquet; the batches' paths in order.

    The folder replaces the whole of an earlier one, what later steps staged from it included. A run that is killed
    leaves the old folder, the new one or none: never half a one.
    """
    aside = folder.with_name(f".{folder.name}.partial")
    old = folder.with_name(f".{folder.name}.old")
    for left in (aside, old):
        shutil.rmtree(left, ignore_errors=True)
    write_tables(aside / "ingested", {name: getattr(rows, name) for name in NightRows.__dataclass_fields__})
    names = _write_batches(aside / "batches", rows.versions, batch_size)
    if folder.exists():
        folder.replace(old)
    aside.replace(folder)
    shutil.rmtree(old, ignore_errors=True)
    return tuple(folder / "batches" / name for name in names)


def _write_batches(folder: Path, versions: Sequence[Version], batch_size: int) -> list[str]:
    folder.mkdir(parents=True)
    names = []
    for number, start in enumerate(range(0, len(versions), batch_size)):
        names.append(f"{number:04}.parquet")
        write_rows(folder / names[-1], Version, versions[start : start + batch_size])
    return names
