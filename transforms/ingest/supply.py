"""Where a night's pieces come from: the files and the web as they are now."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, Protocol
from urllib.parse import urlsplit

from transforms.ingest.collect import NotNow, answer_of, files_of, page_of
from transforms.ingest.fetch import Web
from transforms.ingest.fetch_memory import Memory
from transforms.ingest.fetch_turns import side_by_side
from transforms.ingest.pieces import Address, Origin, Piece, Refused

Sought = tuple[Origin, Path | None]
_EVERY = 10


class Listed(NamedTuple):
    """A page, and the source whose list named it."""

    by: Origin
    address: Address


class Supply(Protocol):
    """What a night is read from."""

    def lists(self, sought: Sequence[Sought]) -> Iterator[tuple[Origin, Piece | Refused]]:
        """What each source holds, in the order of the sources."""

    def pages(self, listed: Sequence[Listed]) -> list[Piece | Refused]:
        """Each page that a list names, in the order given."""


class Live:
    """Files as they lie there and the web as it answers, many hosts side by side, each address once.

    `seconds` bounds what the pages of one source may take, counted from its first page; None sets no bound.
    `taken` gets each answer as it comes, from the thread that fetched it.
    """

    def __init__(
        self,
        web: Web,
        memory: Memory,
        progress: Callable[[str], None],
        seconds: float | None = None,
        taken: Callable[[Piece | Refused], None] = lambda found: None,
    ) -> None:
        self._web = web
        self._memory = memory
        self._progress = progress
        self._seconds = seconds
        self._taken = taken

    def lists(self, sought: Sequence[Sought]) -> Iterator[tuple[Origin, Piece | Refused]]:
        answers = self.answers([origin for origin, path in sought if path is None])
        for origin, path in sought:
            if path is None:
                yield origin, answers[origin.source.source_id]
            else:
                yield from ((origin, piece) for piece in files_of(origin, path))

    def answers(self, origins: Sequence[Origin]) -> dict[str, Piece | Refused]:
        """What the address of each source answers, by source id."""

        def answer(origin: Origin) -> Piece | Refused:
            found = answer_of(origin, self._web, self._memory)
            self._taken(found)
            return found

        def told(number: int, origin: Origin) -> None:
            if len(origins) > 1 and (number % _EVERY == 0 or number == len(origins)):
                self._progress(f"asked {number} of {len(origins)} sources, just now {origin.source.source_id}")

        found = side_by_side(origins, lambda one: _host(one.source.locator), answer, self._web.limits.hosts, told)
        return {origin.source.source_id: piece for origin, piece in zip(origins, found, strict=True)}

    def pages(self, listed: Sequence[Listed]) -> list[Piece | Refused]:
        once = {each.address.url: each for each in reversed(listed)}
        wanted = list(reversed(once.values()))
        ends: dict[str, float] = {}

        def page(each: Listed) -> Piece | Refused:
            found = self._page(each, ends)
            self._taken(found)
            return found

        def told(number: int, each: Listed) -> None:
            if number % _EVERY == 0 or number == len(wanted):
                self._progress(f"fetched {number} of {len(wanted)} pages, just now {each.by.source.source_id}")

        found = side_by_side(wanted, lambda one: _host(one.address.url), page, self._web.limits.hosts, told)
        by_url = {each.address.url: piece for each, piece in zip(wanted, found, strict=True)}
        return [_as_of(each.address.origin, by_url[each.address.url]) for each in listed]

    def _page(self, each: Listed, ends: dict[str, float]) -> Piece | Refused:
        if self._seconds is None:
            return page_of(each.address, self._web, self._memory)
        left = ends.setdefault(each.by.source.source_id, time.monotonic() + self._seconds) - time.monotonic()
        if left > 0:
            return page_of(each.address, self._web, self._memory, left)
        detail = f"the {self._seconds:.0f} s of {each.by.source.source_id} were up: run the night again for the rest"
        return NotNow(each.address.origin.source, each.address.url, "unreachable", detail)


def _as_of(origin: Origin, found: Piece | Refused) -> Piece | Refused:
    """`found` as the same address gives it to another source that names it too."""
    if isinstance(found, Piece):
        return found if found.origin == origin else replace(found, origin=origin)
    return found if found.source == origin.source else replace(found, source=origin.source)


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc.lower()
    except ValueError:
        return url
