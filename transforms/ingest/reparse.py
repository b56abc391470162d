"""A night parsed again from the raw store alone, with the readers of today and on the terms of then."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from transforms.errors import InputError
from transforms.ingest.haul import read_all
from transforms.ingest.night import SEEDS, Ingested, admit, cut_to, silent, stage_rows
from transforms.ingest.pieces import Item, Origin, Piece, Refused
from transforms.ingest.raw_store import RawStore
from transforms.ingest.readings import Missed, Read, Reading, Readings
from transforms.ingest.reasons import check_reason, load_reasons
from transforms.ingest.sources import Sources, load_sources
from transforms.ingest.supply import Listed, Sought
from transforms.ingest.tables import DUPLICATE, build_rows


def reparse_night(
    home: Path, night: date, *, batch_size: int = 25, progress: Callable[[str], None] = silent, seeds: Path = SEEDS
) -> Ingested:
    """Stage `night` in `home` from what its runs read, without the network and whatever lies in the folders by now.

    A source that `seeds/sources.csv` lists is read by its row of today (name, time zone), another as it was. Bytes keep
    the night under which they were first known. Bytes that are lost or damaged are set aside (`unreadable`).
    Raises InputError for a night that read nothing or whose receipts are lost, SeedError for a wrong seed row.
    """
    readings = Readings(home / "raw").of(night)
    if not readings:
        raise InputError(f"no night {night}", "the raw store", _nights_there(Readings(home / "raw").nights()))
    sources, reasons, store = load_sources(seeds), load_reasons(seeds), RawStore(home / "raw")
    items: list[Item] = []
    refusals: list[Refused] = []
    known_on: dict[str, date] = {}
    origins: dict[str, Origin] = {}
    for reading in readings:
        stored = _Stored(reading, store, sources)
        haul = read_all(stored.sought, stored, sources, reading.interval, progress)
        admit(haul, reading.given_day, alone=reading.alone)
        cut_to(haul, night, reading.interval, stored.known_on)
        items += haul.items
        refusals += haul.refusals
        known_on |= stored.known_on
        origins |= stored.origins
    for reason in (DUPLICATE, *(refusal.reason for refusal in refusals)):
        check_reason(reason, reasons)
    rows = build_rows(items, refusals, (origin.source for origin in origins.values()), night, known_on)
    return stage_rows(home / "staging" / night.isoformat(), night, rows, batch_size, progress)


class _Stored:
    """A supply of what one reading had, from the raw store."""

    def __init__(self, reading: Reading, store: RawStore, sources: Sources) -> None:
        self._reading = reading
        self._store = store
        self._sources = sources
        self.known_on: dict[str, date] = {}
        self.origins: dict[str, Origin] = {}

    @property
    def sought(self) -> list[Sought]:
        """Nothing to look for: `lists` knows what there was."""
        return []

    def lists(self, sought: Sequence[Sought]) -> Iterator[tuple[Origin, Piece | Refused]]:
        for read in self._reading.lists:
            origin = self._origin(read)
            yield origin, self._found(origin, read)
        for missed in self._reading.missed:
            # Of a source that gave nothing and is listed no more nothing can be said but what the night said of it.
            if listed := self._sources.listed(missed.source_id):
                self.origins[missed.source_id] = listed
                yield listed, self._found(listed, missed)

    def pages(self, listed: Sequence[Listed]) -> list[Piece | Refused]:
        return [self._page(each) for each in listed]

    def _page(self, each: Listed) -> Piece | Refused:
        origin, url = each.address.origin, each.address.url
        entry = self._reading.pages.get(url)
        if entry is None:
            detail = "no page of it in the raw store: the readers of the night did not find its address"
            return Refused(origin.source, url, "unreachable", detail)
        return self._found(origin, entry)

    def _found(self, origin: Origin, entry: Read | Missed) -> Piece | Refused:
        if isinstance(entry, Missed):
            return Refused(origin.source, entry.locator, entry.reason, entry.detail)
        try:
            receipt = self._store.receipt(*entry)
            piece = receipt.piece(self._store.read(entry.sha256))
        except InputError as error:
            return Refused(origin.source, entry.locator, "unreadable", str(error))
        self.known_on[entry.sha256] = receipt.known_on
        return replace(piece, origin=origin)

    def _origin(self, read: Read) -> Origin:
        """The source as it is listed today; as its receipt has it where it is not listed."""
        if read.source_id not in self.origins:
            self.origins[read.source_id] = self._sources.listed(read.source_id) or self._store.receipt(*read).origin
        return self.origins[read.source_id]


def _nights_there(nights: Sequence[date]) -> str:
    if not nights:
        return "run a night first"
    return f"give one of its {len(nights)} nights, {nights[0]} to {nights[-1]}"
