"""Which file tells of a night: the current publication, an older one that is still kept, or a refused candidate."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb

from transforms.errors import InputError
from warehouse.published import DATABASE, REFUSED, REPORT, published_file

A_WAREHOUSE = f"give a published {DATABASE} or a refused {REFUSED}"
RUNS = "SELECT night, epoch_us(max(started_at)) AS began FROM ops_runs GROUP BY night ORDER BY began DESC, night DESC"


@dataclass(frozen=True, slots=True)
class Place:
    """The file that tells of `night`, and the page that was written beside it when it was checked, if any."""

    file: Path
    night: date
    page: Path | None


def place_of(home: Path, night: date | None, warehouse: Path | None) -> Place:
    """The file to report on: `warehouse`, or the one under `home` whose run of the night came last.

    Without `night` it is the night that ran last, published or refused. Raises InputError where there is no such night,
    and where a file is no warehouse.
    """
    files = [warehouse] if warehouse else [*_own(home, night), *_current(home)]
    found: list[tuple[int, date, Path]] = []
    for file in files:
        runs = _runs(file)
        label = night or next(iter(runs), None)
        if label in runs:
            found.append((runs[label], label, file))
    if found:
        # The first of several files that hold the same run: a publication of the night before the current one.
        _, label, file = max(found, key=lambda told: told[0])
        return Place(file, label, _page(file, label))
    if not files:
        raise InputError("nothing published or refused", str(home), "run `make nightly` first")
    there = sorted({str(label) for file in files for label in _runs(file)}) or ["none"]
    where = str(warehouse or home)
    raise InputError(f"no run of {night or 'any night'}", where, f"nights on record: {', '.join(there[-20:])}")


def _own(home: Path, night: date | None) -> Iterable[Path]:
    label = night or "*"
    yield from sorted((home / "refused").glob(f"{label}/{REFUSED}"))
    if night:
        yield from sorted((home / "published").glob(f"{night}-*/{DATABASE}"))


def _current(home: Path) -> list[Path]:
    try:
        return [published_file(home)]
    except InputError:
        return []


def _runs(file: Path) -> dict[date, int]:
    """The nights of a file's runs with when the last run of each began (microseconds), the latest first."""
    if not file.is_file():
        raise InputError("no file", str(file), A_WAREHOUSE)
    try:
        with duckdb.connect(str(file), read_only=True) as con:
            return dict(con.execute(RUNS).fetchall())
    except duckdb.Error as error:
        told = str(error).split("\n", maxsplit=1)[0]
        raise InputError(told, str(file), A_WAREHOUSE) from error


def _page(file: Path, night: date) -> Path | None:
    page = file.with_name(REPORT)
    own = file.name == REFUSED or file.parent.name.startswith(str(night))
    return page if own and page.exists() else None
