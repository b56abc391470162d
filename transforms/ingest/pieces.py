"""What passes between collecting, reading and staging: pieces of raw input, articles read, and refusals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from hashlib import sha256

from transforms.ingest.days import Day
from transforms.records import Source


@dataclass(frozen=True, slots=True)
class Origin:
    """A source with what only ingest needs: the IANA time zone of the issuing place, and whether it is scheduled."""

    source: Source
    time_zone: str | None
    enabled: bool


@dataclass(frozen=True)
class Piece:
    """One file or response as received. `address` is the URL it came from in the end, None for a file.

    `locator` says where it was read, without any machine path; headers are those of the response.
    """

    origin: Origin
    locator: str
    data: bytes
    media_type: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    address: str | None = None

    @cached_property
    def sha256(self) -> str:
        """Hash of the bytes as received, in hex."""
        return sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Item:
    """One article as a reader found it. `address` is its canonical URL, `own_id` the identifier its record carries.

    `day` is the calendar day of publication at the issuing place, `basis` how it is known; both None where unknown.
    `precision` is a word of seeds/ontology/precisions.csv (of a month or year, `day` is the first day), `time_zone` the
    source's zone in which a written moment became that day, None where the day stands as written.
    """

    source: Source
    locator: str
    raw_sha256: str
    text: str
    title: str | None = None
    address: str | None = None
    author: str | None = None
    day: date | None = None
    basis: str | None = None
    own_id: str | None = None
    precision: str = "day"
    time_zone: str | None = None

    def published(self, told: Day | None, basis: str) -> Item:
        """This article, published on the day `told`, which is known by `basis`; as it is where none is told."""
        if told is None:
            return self
        return replace(self, day=told.day, basis=basis, precision=told.precision, time_zone=told.time_zone)


@dataclass(frozen=True, slots=True)
class Address:
    """A page that a list names (a feed without the whole text, a sitemap, a list of URLs): fetched once that is read.

    `url` is what to fetch, http or https; `title`, `day` with its `basis`, `precision` and `time_zone` are what the
    list says of it, None where it says nothing. `locator` is the place in the list that names it. `summary` is the
    article as the list itself gives it, taken where the page cannot be had; None where it gives no text.
    """

    origin: Origin
    url: str
    title: str | None = None
    day: date | None = None
    basis: str | None = None
    summary: Item | None = None
    precision: str = "day"
    time_zone: str | None = None
    locator: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """One input that could not be used: a reason of seeds/ontology/set_aside_reasons.csv, the value and the remedy."""

    source: Source
    locator: str
    reason: str
    detail: str
    language: str | None = None


class Refusal(Exception):
    """Raised by a reader for a whole piece; becomes a `Refused` at the piece's locator."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail


# What a reader finds in a piece.
Found = Item | Address | Refused


def refused(piece: Piece, refusal: Refusal) -> Refused:
    """`refusal` at the place of `piece`."""
    return Refused(piece.origin.source, piece.locator, refusal.reason, refusal.detail)
