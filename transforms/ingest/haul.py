"""All that a night read, before the night is decided: lists first, then the pages that they name, no step further."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from transforms.ingest.admit import told
from transforms.ingest.pieces import Address, Item, Origin, Piece, Refused
from transforms.ingest.read import read_piece
from transforms.ingest.sources import Sources
from transforms.ingest.supply import Listed, Sought, Supply

_EVERY = 10
# A list may date a page a day off (a zone, a late listing), and articles are corrected in their first days: a page that
# its list dates within so many days of the night is asked for, which costs no body while it still stands.
NEAR = timedelta(days=2)
Interval = tuple[date, date]


@dataclass
class Haul:
    """What was collected and read. `outside` counts pages that were not fetched: their list dates them far off.

    `lists` are what the sources themselves hold, `pages` what they name, by URL; among both what could not be had.
    """

    lists: list[tuple[Origin, Piece | Refused]] = field(default_factory=list)
    pages: list[tuple[str, Piece | Refused]] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    refusals: list[Refused] = field(default_factory=list)
    outside: int = 0

    @property
    def pieces(self) -> list[Piece]:
        """All that was had."""
        return [found for _, found in (*self.lists, *self.pages) if isinstance(found, Piece)]

    def add(self, found: Iterable[Item | Refused]) -> None:
        """Sort what was found in."""
        for one in found:
            if isinstance(one, Item):
                self.items.append(one)
            else:
                self.refusals.append(one)


def read_all(
    sought: Sequence[Sought],
    supply: Supply,
    sources: Sources,
    interval: Interval | None,
    progress: Callable[[str], None],
) -> Haul:
    """Everything that `sought` holds; of pages that lists name and date, those near `interval` only."""
    haul = Haul()
    listed: list[Listed] = []
    read: Counter[str] = Counter()
    for origin, piece in supply.lists(sought):
        listed += _take(origin, piece, sources, haul)
        name = origin.source.source_id
        read[name] += 1
        if read[name] % _EVERY == 0:
            progress(f"{name}: read {read[name]} files, {len(haul.items)} articles so far")
    near = [each for each in listed if is_within(each.address, interval)]
    haul.outside = len(listed) - len(near)
    for each, page in zip(near, supply.pages(near), strict=True):
        haul.pages.append((each.address.url, page))
        haul.add(_article(each.address, page, sources))
    return haul


def named_by(origin: Origin, piece: Piece, sources: Sources, interval: Interval | None) -> list[Listed]:
    """The pages that `piece` names, each once, those that it dates far from `interval` left out."""
    found = [Listed(origin, one) for one in read_piece(piece, sources) if isinstance(one, Address)]
    once = {each.address.url: each for each in reversed(found) if is_within(each.address, interval)}
    return list(reversed(once.values()))


def is_within(address: Address, interval: Interval | None) -> bool:
    """Whether the page may be of `interval` (its end exclusive): its list dates it near, or says nothing of its day."""
    return interval is None or address.day is None or interval[0] - NEAR <= address.day < interval[1] + NEAR


def _take(origin: Origin, piece: Piece | Refused, sources: Sources, haul: Haul) -> Iterator[Listed]:
    haul.lists.append((origin, piece))
    if isinstance(piece, Refused):
        haul.refusals.append(piece)
        return
    for found in read_piece(piece, sources):
        if isinstance(found, Address):
            yield Listed(origin, found)
        else:
            haul.add([found])


def _article(address: Address, page: Piece | Refused, sources: Sources) -> Iterator[Item | Refused]:
    """The article of a page that a list names, or why there is none and what the list itself gives of it."""
    read = [page] if isinstance(page, Refused) else read_piece(page, sources)
    items = [told(one, address) for one in read if isinstance(one, Item)]
    refusals = [one for one in read if isinstance(one, Refused)]
    if not items and not refusals:
        detail = "a list where an article's page was expected: lists are followed one step; add it as a source"
        refusals.append(Refused(address.origin.source, address.url, "no_text", detail))
    yield from items
    yield from refusals
    if not items and address.summary:
        yield address.summary
