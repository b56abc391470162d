"""What a scheduled night collected, a file a source: which bytes of the raw store it read, and what it could not have.

`collected/<night>/<source id>.json`. With it a night can be staged again years later from the same bytes, whatever the
feeds list by then; deleting the folder of a night lets that night be collected anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from pathlib import Path
from urllib.parse import quote

from transforms.ingest.collect import NotNow
from transforms.ingest.pieces import Origin, Piece, Refused
from transforms.ingest.raw_store import RawStore
from transforms.ingest.supply import Listed, Sought, Supply
from transforms.ingest.whole_files import write_whole


@dataclass(frozen=True, slots=True)
class Taken:
    """Bytes that were received and lie in the raw store."""

    sha256: str


@dataclass(frozen=True, slots=True)
class Missed:
    """Why there are no bytes. `passing`: they may come when they are asked for again."""

    reason: str
    detail: str
    passing: bool


Entry = Taken | Missed
_UNCOLLECTED = Missed("unreachable", "not collected: read the log of the night's collect task, run it again", True)


@dataclass(frozen=True)
class Collected:
    """What one source gave: its `own` address (file, feed or page), and each page that it names, by URL."""

    locator: str
    own: Entry
    pages: Mapping[str, Entry] = field(default_factory=dict)

    @property
    def missed(self) -> list[Missed]:
        """All that could not be had."""
        return [entry for entry in (self.own, *self.pages.values()) if isinstance(entry, Missed)]


def entry_of(found: Piece | Refused) -> Entry:
    """What the record keeps of an answer."""
    if isinstance(found, Piece):
        return Taken(found.sha256)
    return Missed(found.reason, found.detail, isinstance(found, NotNow))


class NightRecord:
    """The record of one night under the state folder `home`."""

    def __init__(self, home: Path, night: date) -> None:
        self._folder = home / "collected" / night.isoformat()
        self._store = RawStore(home / "raw")

    def of(self, origin: Origin) -> Collected | None:
        """What was collected of `origin`; None before that, and where it has another address since."""
        try:
            written = json.loads(self._path(origin).read_bytes())
        except OSError:
            return None
        if written["locator"] != origin.source.locator:
            return None
        pages = {url: _read(entry) for url, entry in written["pages"].items()}
        return Collected(written["locator"], _read(written["own"]), pages)

    def write(self, origin: Origin, collected: Collected) -> None:
        """Keep `collected` in the place of what was there."""
        written = asdict(collected)
        write_whole(self._path(origin), json.dumps(written, ensure_ascii=False, indent=1, sort_keys=True).encode())

    def found(self, origin: Origin, url: str, entry: Entry) -> Piece | Refused:
        """The piece or refusal that `entry` stands for, of `origin` at `url`. Raises InputError for lost bytes."""
        if isinstance(entry, Missed):
            kind = NotNow if entry.passing else Refused
            return kind(origin.source, url, entry.reason, entry.detail)
        receipt = self._store.receipt(origin.source.source_id, url, entry.sha256)
        return replace(receipt.piece(self._store.read(entry.sha256)), origin=origin)

    def _path(self, origin: Origin) -> Path:
        return self._folder / f"{quote(origin.source.source_id, safe='')}.json"


def _read(entry: dict[str, str]) -> Entry:
    return Taken(entry["sha256"]) if "sha256" in entry else Missed(**entry)  # type: ignore[arg-type]


class Recorded:
    """A supply of what the record holds of the web; files, and the pages that files name, are taken `live`."""

    def __init__(self, record: NightRecord, live: Supply) -> None:
        self._record = record
        self._live = live
        self._at_a_path: set[str] = set()

    def lists(self, sought: Sequence[Sought]) -> Iterator[tuple[Origin, Piece | Refused]]:
        for origin, path in sought:
            if path is not None:
                self._at_a_path.add(origin.source.source_id)
                yield from self._live.lists([(origin, path)])
            else:
                held = self._record.of(origin)
                yield origin, self._record.found(origin, origin.source.locator, held.own if held else _UNCOLLECTED)

    def pages(self, listed: Sequence[Listed]) -> list[Piece | Refused]:
        live = [each for each in listed if each.by.source.source_id in self._at_a_path]
        fetched = dict(zip(live, self._live.pages(live), strict=True))
        records = {each.by: self._record.of(each.by) for each in listed if each not in fetched}
        return [fetched[each] if each in fetched else self._kept(each, records[each.by]) for each in listed]

    def _kept(self, each: Listed, held: Collected | None) -> Piece | Refused:
        entry = held.pages.get(each.address.url) if held else None
        return self._record.found(each.address.origin, each.address.url, entry or _UNCOLLECTED)
