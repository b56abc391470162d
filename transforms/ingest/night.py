"""One night's ingest: collect, read, admit, decide the night, keep the raw bytes, stage the rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from transforms.errors import InputError
from transforms.ingest.admit import admitted, dated, not_later, within
from transforms.ingest.collect_night import NightOf, collect_sources
from transforms.ingest.fetch import Web, make_client
from transforms.ingest.fetch_memory import Memory
from transforms.ingest.haul import NEAR, Haul, Interval, read_all
from transforms.ingest.night_record import NightRecord, Recorded
from transforms.ingest.pieces import Piece, Refused
from transforms.ingest.raw_store import RawStore
from transforms.ingest.readings import Reading, Readings, told_of
from transforms.ingest.reasons import check_reason, load_reasons
from transforms.ingest.sources import Sources, load_sources
from transforms.ingest.staging import stage
from transforms.ingest.supply import Live, Sought, Supply
from transforms.ingest.tables import DUPLICATE, NightRows, build_rows

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Ingested:
    """What one ingest staged: `articles` counts texts kept, `set_aside` the rows of that table."""

    night: date
    staging: Path
    batches: tuple[Path, ...]
    articles: int
    set_aside: int


def silent(line: str) -> None:
    """Progress for callers who want none."""


# A batch is a task with a process of its own: more of them than this cost more in starting than they save.
MOST_BATCHES = 24


def ingest_night(  # noqa: PLR0913 - the options of one run, all by name
    home: Path,
    *,
    source: str | None,
    night: date | None,
    published: date | None,
    interval: Interval | None,
    batch_size: int = 25,
    progress: Callable[[str], None] = silent,
    known_on: date | None = None,
    seeds: Path = SEEDS,
    client: Web | None = None,
    collected: bool = False,
) -> Ingested:
    """Read `source` (a path, a URL or an id of seeds/sources.csv) or the enabled sources; stage the night in `home`.

    An explicit source is loaded whole. Enabled sources are cut to publication days in `interval` (end exclusive);
    without an interval they too are loaded whole. `night` defaults to the last day of the interval for enabled
    sources, else to the latest publication day read. `published` dates what carries no date. `known_on` is the night
    under which new bytes enter the raw store (default: `night`; a backfill gives the night it runs).

    A scheduled night, whose label is known beforehand, is read from what was collected for it; it is collected first,
    unless `collected` says that this is done. Of any other, nothing is written before everything is read. Raises
    InputError where nothing could be read at all, SeedError for a wrong seed row or a reason the ontology lacks.
    """
    sources = load_sources(seeds)
    reasons = load_reasons(seeds)
    sought = _sought(source, sources)
    label = night_label(source, night, interval)
    with client or make_client() as web:
        supply: Supply = Live(web, Memory(home), progress)
        if label:
            of = NightOf(label, interval, known_on or label, published)
            if not collected:
                asked = [origin.source.source_id for origin, path in sought if path is None]
                collect_sources(home, asked, night=of, seeds=seeds, web=web, progress=progress)
            supply = Recorded(NightRecord(home, label), supply)
        haul = read_all(sought, supply, sources, interval if source is None else None, progress)
    progress(f"read {len(haul.items)} of {_plural(len(haul.items) + len(haul.refusals), 'article')}")
    alone = source is not None and all(path is None or path.is_file() for _, path in sought)
    admit(haul, published, alone=alone)
    kept = _keep(haul, home, known_on or label, published) if label else {}
    night = _decide(haul, source, night, interval, kept)
    for reason in (DUPLICATE, *(refusal.reason for refusal in haul.refusals)):
        check_reason(reason, reasons)
    kept = kept or _keep(haul, home, known_on or night, published)
    cut = interval if source is None else None
    given = None if source is None else sought[0][0].source.source_id
    Readings(home / "raw").add(Reading(night, given, cut, published, alone, *told_of(haul)))
    rows = build_rows(haul.items, haul.refusals, (origin.source for origin, _ in sought), night, kept)
    return stage_rows(home / "staging" / night.isoformat(), night, rows, batch_size, progress)


def night_label(source: str | None, night: date | None, interval: Interval | None) -> date | None:
    """The label of a scheduled night; None where a source is given, or where what is read decides it."""
    if source is not None:
        return None
    return night or (interval[1] - timedelta(days=1) if interval else None)


def _keep(haul: Haul, home: Path, known_on: date, published: date | None) -> dict[str, date]:
    """The raw bytes kept; the first night of each, by their hash."""
    store, memory = RawStore(home / "raw"), Memory(home)
    kept = {}
    for piece in haul.pieces:
        kept[piece.sha256] = store.put(piece, known_on, published).known_on
        memory.keep(piece)
    return kept


def _decide(
    haul: Haul, source: str | None, night: date | None, interval: Interval | None, kept: Mapping[str, date]
) -> date:
    """The night; `haul` is left with its articles. Raises InputError where there is nothing to have a night of."""
    if not haul.items and not haul.outside:
        raise _nothing(source, haul.refusals)
    cut = interval if source is None else None
    night = night or night_label(source, night, interval) or max(item.day for item in haul.items if item.day)
    cut_to(haul, night, cut, kept)
    if source is not None and not haul.items:
        raise _nothing(source, haul.refusals)
    return night


def stage_rows(
    folder: Path, night: date, rows: NightRows, batch_size: int, progress: Callable[[str], None]
) -> Ingested:
    """Stage the rows in `folder`, in batches of `batch_size` texts or more, `MOST_BATCHES` at most."""
    batches = stage(folder, rows, max(batch_size, -(-len(rows.versions) // MOST_BATCHES)))
    counts = _counted(row.reason for row in rows.set_aside)
    progress(f"staged {_plural(len(rows.versions), 'article')} of night {night}; set aside: {counts}")
    return Ingested(night, folder, batches, len(rows.versions), len(rows.set_aside))


def _sought(source: str | None, sources: Sources) -> list[Sought]:
    if source is not None:
        return [sources.explicit(source)]
    sought = [sources.explicit(origin.source.source_id) for origin in sources.enabled()]
    if not sought:
        raise InputError("no enabled source", "seeds/sources.csv", "set enabled to 1 in a row, or give SOURCE")
    return sought


def admit(haul: Haul, published: date | None, *, alone: bool) -> None:
    """Keep in `haul` only what may go on; the rest joins the refusals."""
    read, haul.items = haul.items, []
    haul.add(admitted(dated(item, published, alone)) for item in read)


def cut_to(haul: Haul, night: date, interval: Interval | None, known_on: Mapping[str, date]) -> None:
    """Keep in `haul` the articles of the interval; without one, set those of after the night aside.

    Of the pages that lists name, those of the days just before stay too if their bytes are new this night (`known_on`
    by hash): an article corrected the day after is a new version, and one that was listed late is not lost.
    """
    read, haul.items = haul.items, []
    if interval is None:
        haul.add(not_later(item, night) for item in read)
    else:
        new = {p.sha256 for _, p in haul.pages if isinstance(p, Piece) and known_on[p.sha256] >= night}
        late = (interval[0] - NEAR, interval[0])
        haul.items = [i for i in read if within(i, interval) or (i.raw_sha256 in new and within(i, late))]


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
