"""Collecting for a scheduled night: groups of sources to be asked side by side, each resumed where it was left."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from courlan import extract_domain

from transforms.ingest.fetch import Web
from transforms.ingest.fetch_memory import Memory
from transforms.ingest.haul import Interval, named_by
from transforms.ingest.night_record import Collected, Missed, NightRecord, Taken, entry_of
from transforms.ingest.pieces import Origin, Piece, Refused
from transforms.ingest.raw_store import RawStore
from transforms.ingest.sources import Sources, is_url, load_sources
from transforms.ingest.supply import Listed, Live


class NotReached(Exception):
    """Sources that may answer when they are asked again. What the others gave is kept and not asked for again."""


@dataclass(frozen=True, slots=True)
class NightOf:
    """Which night is collected: its label, the days of its articles (end exclusive; None: all), the night under which
    new bytes enter the raw store, and the day that the caller gives to what carries none."""

    night: date
    interval: Interval | None
    known_on: date
    published: date | None = None


def groups_of(sources: Sources, most: int) -> list[list[str]]:
    """The ids of the enabled sources of the web in at most `most` groups of like size.

    Sources of one domain share a group, so that one process paces all that is asked of it.
    """
    by_domain: defaultdict[str, list[str]] = defaultdict(list)
    for origin in sources.enabled():
        if is_url(origin.source.locator):
            by_domain[extract_domain(origin.source.locator) or origin.source.locator].append(origin.source.source_id)
    groups: list[list[str]] = [[] for _ in range(most)]
    for _, ids in sorted(by_domain.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        min(groups, key=len).extend(ids)
    return [sorted(group) for group in groups if group]


def collect_sources(  # noqa: PLR0913 - the options of one run, all by name
    home: Path,
    ids: list[str],
    *,
    night: NightOf,
    seeds: Path,
    web: Web,
    progress: Callable[[str], None],
) -> list[str]:
    """Ask the sources `ids` and the pages that they name into raw store and record; what may be asked again, in words.

    What the record has already is not asked again; what it lacks or missed is. So a run that was killed is resumed,
    and a night collected before stays as it was.
    """
    sources = load_sources(seeds)
    origins = [sources.explicit(one)[0] for one in ids]
    task = _Collecting(home, night, sources, web, progress)
    task.lists(origins)
    task.pages(origins)
    return task.passing(origins)


class _Collecting:
    def __init__(self, home: Path, night: NightOf, sources: Sources, web: Web, progress: Callable[[str], None]) -> None:
        self._night = night
        self._sources = sources
        self._store = RawStore(home / "raw")
        self._memory = Memory(home)
        self._record = NightRecord(home, night.night)
        self._live = Live(web, self._memory, progress, seconds=web.limits.source, taken=self._keep)

    def lists(self, origins: list[Origin]) -> None:
        """Ask each source whose own address has not answered yet."""
        due = [one for one in origins if not (held := self._record.of(one)) or isinstance(held.own, Missed)]
        for origin, found in zip(due, self._live.answers(due).values(), strict=True):
            self._record.write(origin, Collected(origin.source.locator, entry_of(found)))

    def pages(self, origins: list[Origin]) -> None:
        """Fetch the pages that the sources name and that are not there yet."""
        held = {origin: self._record.of(origin) for origin in origins}
        due = [each for origin, known in held.items() if known for each in self._due(origin, known)]
        found = dict(zip(due, self._live.pages(due), strict=True))
        for origin, known in held.items():
            new = {each.address.url: entry_of(page) for each, page in found.items() if each.by == origin}
            if known and new:
                self._record.write(origin, replace(known, pages={**known.pages, **new}))

    def passing(self, origins: list[Origin]) -> list[str]:
        """The sources with something that may come when it is asked for again, and the first such thing."""
        told = []
        for origin in origins:
            held = self._record.of(origin)
            again = [entry for entry in held.missed if entry.passing] if held else []
            told += [f"{origin.source.source_id} ({len(again)}: {again[0].detail})"] if again else []
        return told

    def _due(self, origin: Origin, known: Collected) -> list[Listed]:
        list_found = self._record.found(origin, origin.source.locator, known.own)
        if isinstance(list_found, Refused):
            return []
        named = named_by(origin, list_found, self._sources, self._night.interval)
        return [each for each in named if not isinstance(known.pages.get(each.address.url), Taken)]

    def _keep(self, found: Piece | Refused) -> None:
        if isinstance(found, Piece):
            self._store.put(found, self._night.known_on, self._night.published)
            self._memory.keep(found)
