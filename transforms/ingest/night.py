"""One night's ingest: collect, read, admit, decide the night, keep the raw bytes, stage the rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import httpx

from transforms.errors import InputError
from transforms.ingest.admit import admitted, dated, not_later, within
from transforms.ingest.collect import collect
from transforms.ingest.fetch import make_client
from transforms.ingest.pieces import Address, Found, Item, Origin, Piece, Refused
from transforms.ingest.raw_store import RawStore
from transforms.ingest.read import read_piece
from transforms.ingest.reasons import check_reason, load_reasons
from transforms.ingest.sources import Sources, load_sources
from transforms.ingest.staging import stage
from transforms.ingest.tables import DUPLICATE, NightRows, build_rows

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
_SHOWN = 5
_EVERY = 10


@dataclass(frozen=True, slots=True)
class Ingested:
    """What one ingest staged: `articles` counts texts kept, `set_aside` the rows of that table."""

    night: date
    staging: Path
    batches: tuple[Path, ...]
    articles: int
    set_aside: int


@dataclass
class _Haul:
    """All that was collected and read, before the night is known."""

    pieces: list[Piece] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    refusals: list[Refused] = field(default_factory=list)


def _silent(line: str) -> None:
    """Progress for callers who want none."""


# A batch is a task with a process of its own: more of them than this cost more in starting than they save.
MOST_BATCHES = 24


def ingest_night(  # noqa: PLR0913 - the options of one run, all by name
    home: Path,
    *,
    source: str | None,
    night: date | None,
    published: date | None,
    interval: tuple[date, date] | None,
    batch_size: int = 25,
    progress: Callable[[str], None] = _silent,
    known_on: date | None = None,
    seeds: Path = SEEDS,
    client: httpx.Client | None = None,
) -> Ingested:
    """Read `source` (a path, a URL or an id of seeds/sources.csv) or the enabled sources; stage the night in `home`.

    An explicit source is loaded whole. Enabled sources are cut to publication days in `interval` (end exclusive);
    without an interval they too are loaded whole. `night` defaults to the last day of the interval for enabled
    sources, else to the latest publication day read. `published` dates what carries no date. `known_on` is the night
    under which new bytes enter the raw store (default: `night`; a backfill gives the night it runs).

    Nothing is written before everything is read. Raises InputError where nothing could be read at all, SeedError for
    a wrong seed row or a reason the ontology does not list.
    """
    sources = load_sources(seeds)
    reasons = load_reasons(seeds)
    origins = _origins(source, sources)
    haul = _read_all(origins, sources, client, progress)
    _admit(haul, published, alone=source is not None and all(path is None or path.is_file() for _, path in origins))
    night = _decide(haul, source, night, interval)
    for reason in (DUPLICATE, *(refusal.reason for refusal in haul.refusals)):
        check_reason(reason, reasons)
    store = RawStore(home / "raw")
    kept = {piece.sha256: store.put(piece, known_on or night, published).known_on for piece in haul.pieces}
    rows = build_rows(haul.items, haul.refusals, (origin.source for origin, _ in origins), night, kept)
    return _stage(home / "staging" / night.isoformat(), night, rows, batch_size, progress)


def _decide(haul: _Haul, source: str | None, night: date | None, interval: tuple[date, date] | None) -> date:
    """The night; `haul` is left with its articles. Raises InputError where there is nothing to have a night of."""
    if not haul.items:
        raise _nothing(source, haul.refusals)
    cut = interval if source is None else None
    night = night or (cut[1] - timedelta(days=1) if cut else max(item.day for item in haul.items if item.day))
    _cut(haul, night, cut)
    if source is not None and not haul.items:
        raise _nothing(source, haul.refusals)
    return night


def _stage(folder: Path, night: date, rows: NightRows, batch_size: int, progress: Callable[[str], None]) -> Ingested:
    batches = stage(folder, rows, max(batch_size, -(-len(rows.versions) // MOST_BATCHES)))
    counts = _counted(row.reason for row in rows.set_aside)
    progress(f"staged {_plural(len(rows.versions), 'article')} of night {night}; set aside: {counts}")
    return Ingested(night, folder, batches, len(rows.versions), len(rows.set_aside))


def _origins(source: str | None, sources: Sources) -> list[tuple[Origin, Path | None]]:
    if source is not None:
        return [sources.explicit(source)]
    origins = [sources.explicit(origin.source.source_id) for origin in sources.enabled()]
    if not origins:
        raise InputError("no enabled source", "seeds/sources.csv", "set enabled to 1 in a row, or give SOURCE")
    return origins


def _read_all(
    origins: Iterable[tuple[Origin, Path | None]],
    sources: Sources,
    client: httpx.Client | None,
    progress: Callable[[str], None],
) -> _Haul:
    haul = _Haul()
    with client or make_client() as web:
        for origin, path in origins:
            for number, piece in enumerate(collect(origin, path, web), 1):
                _take(piece, sources, haul)
                if number % _EVERY == 0:
                    progress(f"{origin.source.source_id}: read {number} files, {len(haul.items)} articles so far")
    read, failed = len(haul.items), len(haul.refusals)
    progress(f"read {read} of {_plural(read + failed, 'article')}")
    return haul


def _take(piece: Piece | Refused, sources: Sources, haul: _Haul) -> None:
    if isinstance(piece, Refused):
        haul.refusals.append(piece)
        return
    haul.pieces.append(piece)
    for found in read_piece(piece, sources):
        _sort_in(found, haul)


def _sort_in(found: Found, haul: _Haul) -> None:
    if isinstance(found, Address):
        if found.summary:
            haul.items.append(found.summary)
    elif isinstance(found, Item):
        haul.items.append(found)
    else:
        haul.refusals.append(found)


def _admit(haul: _Haul, published: date | None, *, alone: bool) -> None:
    """Keep in `haul` only what may go on; the rest joins the refusals."""
    read, haul.items = haul.items, []
    for item in read:
        _sort_in(admitted(dated(item, published, alone)), haul)


def _cut(haul: _Haul, night: date, interval: tuple[date, date] | None) -> None:
    """Keep the articles of the interval; without one, set those of after the night aside."""
    read, haul.items = haul.items, []
    for item in read:
        if interval is None:
            _sort_in(not_later(item, night), haul)
        elif within(item, interval):
            haul.items.append(item)


def _nothing(source: str | None, refusals: list[Refused]) -> InputError:
    """The error that names what was tried and why each failed."""
    shown = "; ".join(f"{each.locator} ({each.reason}): {each.detail}" for each in refusals[:_SHOWN])
    more = f"; and {len(refusals) - _SHOWN} more" if len(refusals) > _SHOWN else ""
    counts = _counted(each.reason for each in refusals)
    return InputError(
        f"nothing that could be read ({counts})", source or "the enabled sources of seeds/sources.csv", shown + more
    )


def _counted(reasons: Iterable[str]) -> str:
    """'none', or counts by reason, the most frequent first."""
    counts = sorted(Counter(reasons).items(), key=lambda pair: (-pair[1], pair[0]))
    return ", ".join(f"{reason} {count}" for reason, count in counts) or "none"


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
