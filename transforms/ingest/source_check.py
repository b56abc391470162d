"""Read a source as a night would, and tell what it gives; nothing is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from statistics import median_low

from transforms.ingest.admit import admitted, told
from transforms.ingest.decode import unpacked
from transforms.ingest.fetch import Web
from transforms.ingest.kinds import kind_of
from transforms.ingest.pieces import Address, Item, Origin, Piece, Refusal, Refused
from transforms.ingest.read import read_piece
from transforms.ingest.source_answers import answer_at, answers_of, page_at
from transforms.ingest.sources import Sources, is_url
from transforms.language import detect

# A list may name hundreds of pages; so many tell whether its pages can be read.
SAMPLE = 3


@dataclass(frozen=True, slots=True)
class Checked:
    """What one reading of a source gave.

    `kind` is that of its first answer, None where there was none. `found` counts the articles that were looked at,
    `dated` those with a day, `usable` those that a night would keep; `linked` the pages that a list names, of which the
    first few (`SAMPLE`) were looked at. `newest` is the latest day, `language` the most frequent one (ISO 639-1),
    `words` the median length of the texts; each None where unknown. `reasons` counts what was set aside, the most
    frequent first; `why` is the first detail of it.
    """

    source_id: str
    locator: str
    kind: str | None
    found: int
    dated: int
    usable: int
    linked: int
    newest: date | None
    language: str | None
    words: int | None
    reasons: tuple[tuple[str, int], ...]
    why: str | None

    @property
    def ok(self) -> bool:
        """Whether a night would get anything from it."""
        return self.usable > 0


@dataclass
class _Reading:
    """What has been read so far."""

    kind: str | None = None
    items: list[Item] = field(default_factory=list)
    addresses: list[Address] = field(default_factory=list)
    refusals: list[Refused] = field(default_factory=list)


Keep = Callable[[Piece], None]


def _nothing(piece: Piece) -> None:
    """For callers who want none of the answers."""


def check_source(origin: Origin, path: Path | None, web: Web, sources: Sources, keep: Keep = _nothing) -> Checked:
    """Read `origin` (below `path`, or over the network) without keeping anything; `keep` gets each answer as it comes.

    A source that cannot be read is told in the result; nothing is raised for it.
    """
    return check_answers(origin, answers_of(origin, path, web), web, sources, keep)


def check_answers(
    origin: Origin, answers: Iterable[Piece | Refused], web: Web, sources: Sources, keep: Keep = _nothing
) -> Checked:
    """`check_source` for answers that are here already; pages that they name are still asked for."""
    reading = _Reading()
    _read(answers, reading, sources, keep)
    for address in reading.addresses[:SAMPLE]:
        _read_page(address, web, reading, sources, keep)
    return _checked(origin, reading)


def _read(pieces: Iterable[Piece | Refused], reading: _Reading, sources: Sources, keep: Keep) -> None:
    for piece in pieces:
        if isinstance(piece, Refused):
            reading.refusals.append(piece)
            continue
        keep(piece)
        reading.kind = reading.kind or found_kind(piece)
        for found in read_piece(piece, sources):
            if isinstance(found, Refused):
                reading.refusals.append(found)
            elif isinstance(found, Address):
                reading.addresses.append(found)
            else:
                reading.items.append(found)


def _read_page(address: Address, web: Web, reading: _Reading, sources: Sources, keep: Keep) -> None:
    """One page that a list names: dated by the list where the page is not, the list's own text where it fails."""
    there = _Reading()
    _read([answer_at(page_at(address.origin, address.url), web)], there, sources, keep)
    if not there.items and address.summary:
        there.items.append(address.summary)
    reading.items += [told(item, address) for item in there.items]
    reading.refusals += there.refusals


def _checked(origin: Origin, reading: _Reading) -> Checked:
    judged = [admitted(item) for item in reading.items]
    refusals = [*reading.refusals, *(each for each in judged if isinstance(each, Refused))]
    days = [item.day for item in reading.items if item.day]
    return Checked(
        source_id=origin.source.source_id,
        locator=origin.source.locator,
        kind=reading.kind if is_url(origin.source.locator) else origin.source.kind,
        found=len(reading.items) + _unread(reading.refusals, origin),
        dated=len(days),
        usable=sum(isinstance(each, Item) for each in judged),
        linked=len(reading.addresses),
        newest=max(days, default=None),
        language=_most(detect(item.text).code for item in reading.items),
        words=median_low([len(item.text.split()) for item in reading.items]) if reading.items else None,
        reasons=tuple(sorted(Counter(each.reason for each in refusals).items(), key=lambda pair: (-pair[1], pair[0]))),
        why=f"{refusals[0].reason}: {refusals[0].detail}" if refusals else None,
    )


def _unread(refusals: Iterable[Refused], origin: Origin) -> int:
    """How many single articles were refused by their reader; a source that was refused whole names none."""
    return sum(refusal.locator != origin.source.locator for refusal in refusals)


def _most(codes: Iterable[str]) -> str | None:
    counts = Counter(codes)
    return min(counts, key=lambda code: (-counts[code], code)) if counts else None


def found_kind(piece: Piece) -> str | None:
    """The kind of what was received (`transforms.ingest.kinds`), None where it is none that is read."""
    try:
        return kind_of(piece, unpacked(piece.data))
    except Refusal:
        return None
