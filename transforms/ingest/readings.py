"""What each night read of the raw store, and on which terms: with it a night can be parsed again from the store alone.

`nights/<night>/<name>.json` in the raw store, one file for the scheduled sources and one for each SOURCE given by hand.
The same run again writes the same bytes; a run that read other bytes adds them, and its terms hold from then on. No
clock stands in it: the first and the last night of some bytes are the least and the greatest that name them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from slugify import slugify

from transforms.ingest.haul import Haul
from transforms.ingest.pieces import Piece, Refused
from transforms.ingest.whole_files import write_whole


class Read(NamedTuple):
    """Bytes that were read: by the source and locator of their receipt, and their hash."""

    source_id: str
    locator: str
    sha256: str


class Missed(NamedTuple):
    """What could not be had: the source and locator, and why."""

    source_id: str
    locator: str
    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One run's reading. `source` is the id of the SOURCE given by hand, None for the scheduled ones.

    `interval` are the days to which the articles were cut (end exclusive; None: none were), `given_day` is PUBLISHED,
    `alone` whether SOURCE was one file, address or id. `lists` are the files and answers of the sources themselves,
    `missed` what could not be had of them, `pages` what the addresses answered that those name, by URL.
    """

    night: date
    source: str | None
    interval: tuple[date, date] | None
    given_day: date | None
    alone: bool
    lists: tuple[Read, ...]
    missed: tuple[Missed, ...] = ()
    pages: Mapping[str, Read | Missed] = field(default_factory=dict)


class Readings:
    """The readings in the raw store under `root`."""

    def __init__(self, root: Path) -> None:
        self._folder = root / "nights"

    def nights(self) -> list[date]:
        """The nights that have a reading, in order."""
        return sorted(date.fromisoformat(path.name) for path in self._folder.glob("*") if any(path.glob("*.json")))

    def of(self, night: date) -> list[Reading]:
        """The readings of a night: the scheduled one first, then by source."""
        found = [_reading(path) for path in (self._folder / night.isoformat()).glob("*.json")]
        return sorted(found, key=lambda reading: (reading.source is not None, reading.source or ""))

    def add(self, reading: Reading) -> None:
        """Keep `reading`, with what an earlier run of the night read of the same sources and this one did not."""
        path = self._path(reading)
        before = _reading(path) if path.exists() else replace(reading, lists=(), pages={})
        had = {url: found for url, found in before.pages.items() if isinstance(found, Read)}
        now = {url: found for url, found in reading.pages.items() if isinstance(found, Read) or url not in had}
        whole = replace(
            reading,
            lists=tuple(sorted({*reading.lists, *before.lists})),
            missed=tuple(sorted(set(reading.missed))),
            pages=had | now,
        )
        written = json.dumps(asdict(whole), default=date.isoformat, ensure_ascii=False, indent=1, sort_keys=True)
        if not path.exists() or path.read_text(encoding="utf-8") != written:
            write_whole(path, written.encode())

    def _path(self, reading: Reading) -> Path:
        name = "scheduled" if reading.source is None else f"source-{slugify(reading.source) or 'unnamed'}"
        return self._folder / reading.night.isoformat() / f"{name}.json"


def told_of(haul: Haul) -> tuple[tuple[Read, ...], tuple[Missed, ...], dict[str, Read | Missed]]:
    """The lists, what was missed of them, and the pages of a haul, as a reading keeps them."""
    lists = [_told(found) for _, found in haul.lists]
    return (
        tuple(one for one in lists if isinstance(one, Read)),
        tuple(one for one in lists if isinstance(one, Missed)),
        {url: _told(found) for url, found in haul.pages},
    )


def _told(found: Piece | Refused) -> Read | Missed:
    if isinstance(found, Piece):
        return Read(found.origin.source.source_id, found.locator, found.sha256)
    return Missed(found.source.source_id, found.locator, found.reason, found.detail)


def _entry(written: list[str]) -> Read | Missed:
    return Read(*written) if len(written) == len(Read._fields) else Missed(*written)


def _reading(path: Path) -> Reading:
    told: dict[str, Any] = json.loads(path.read_bytes())
    days = told["interval"]
    return Reading(
        date.fromisoformat(told["night"]),
        told["source"],
        (date.fromisoformat(days[0]), date.fromisoformat(days[1])) if days else None,
        date.fromisoformat(told["given_day"]) if told["given_day"] else None,
        told["alone"],
        tuple(Read(*read) for read in told["lists"]),
        tuple(Missed(*missed) for missed in told["missed"]),
        {url: _entry(found) for url, found in told["pages"].items()},
    )
