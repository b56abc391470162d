"""Lists of addresses in plain text, one a line, and what lists of every kind have in common."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from transforms.ingest.addresses import page_at
from transforms.ingest.decode import decoded
from transforms.ingest.pieces import Address, Found, Piece, Refusal, Refused, refused

_WEB = re.compile(r"https?://\S+", re.I)
_ANY = re.compile(r"[a-z][a-z0-9+.-]*:\S+", re.I)
_ENGLISH = frozenset(("en", "eng", "english"))
_SHOWN = 5


class Languages:
    """Which entries of a list are in English as the list says, with a count of the others by language."""

    def __init__(self) -> None:
        self._others: Counter[str] = Counter()

    def are_read(self, language: str | None) -> bool:
        """Whether to read what the list says to be in `language` (a code or an English name); None is read."""
        name = (language or "").strip().lower()
        if not name or re.split("[-_]", name)[0] in _ENGLISH:
            return True
        self._others[name] += 1
        return False

    def refusals(self, piece: Piece) -> list[Refused]:
        """One `not_english` for all others of `piece`, none where there are none."""
        if not self._others:
            return []
        ranked = sorted(self._others.items(), key=lambda pair: (-pair[1], pair[0]))
        told = ", ".join(f"{name} {count}" for name, count in ranked[:_SHOWN])
        more = f" and {len(ranked) - _SHOWN} more" if len(ranked) > _SHOWN else ""
        detail = f"{self._others.total()} pages that the list says to be in other languages ({told}{more}): not fetched"
        return [refused(piece, Refusal("not_english", detail))]


def at(piece: Piece, place: str) -> Piece:
    """The place inside `piece`, for what is found or refused there."""
    return Piece(piece.origin, f"{piece.locator}#{place}", b"")


def is_url_list(text: str) -> bool:
    """Whether `text` is addresses and nothing else: one a line, at least one of the web, `#` before a comment."""
    any_on_web = False
    for _, line in _lines(text):
        if not _ANY.fullmatch(line):
            return False
        any_on_web = any_on_web or bool(_WEB.fullmatch(line))
    return any_on_web


def read_urls(piece: Piece, data: bytes) -> list[Found]:
    """The addresses of a text that `is_url_list`, each once; a line that names no web page is refused."""
    return list(addressed(piece, ((f"line {number}", line, None) for number, line in _lines(decoded(data)))))


def addressed(piece: Piece, entries: Iterable[tuple[str, str, str | None]]) -> Iterator[Address | Refused]:
    """An address for each (place, url, title), the first time that it comes; a refusal for what is no web page."""
    seen: set[str] = set()
    for place, written, title in entries:
        where = at(piece, place)
        try:
            url = page_at(written)
        except Refusal as refusal:
            yield refused(where, refusal)
            continue
        if url not in seen:
            seen.add(url)
            yield Address(piece.origin, url, " ".join((title or "").split()) or None, locator=where.locator)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.lstrip().startswith("#"):
            yield number, line.strip()
