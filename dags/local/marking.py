"""Words of a text marked with what they are to an event: marks nest, those that cross are cut, nothing is lost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tag:
    """What some words are to one event: a role such as `trigger` or `actor`, and the event's number."""

    role: str
    event: int


@dataclass(frozen=True, slots=True)
class Mark:
    """The characters [start, end) of a text and their tag; 0-based code points."""

    start: int
    end: int
    tag: Tag


@dataclass(frozen=True, slots=True)
class Marked:
    """Words with their tags, and what is marked within them."""

    tags: tuple[Tag, ...]
    within: tuple[str | Marked, ...]


Pieces = tuple[str | Marked, ...]
_Spans = list[tuple[int, int, Tag]]


def marked(text: str, start: int, end: int, marks: Iterable[Mark]) -> Pieces:
    """The characters [start, end) of `text` with their marks: each once and in order, whatever the marks.

    A mark that leaves [start, end) is cut to it; one that crosses another is cut where the other ends; an empty one is
    dropped. Equal spans are one piece with several tags.
    """
    spans = [(max(start, m.start), min(end, m.end), m.tag) for m in marks]
    return _nested(text, start, end, [span for span in spans if span[0] < span[1]])


def words_of(pieces: Pieces) -> str:
    """The characters of the pieces, without their marks."""
    return "".join(piece if isinstance(piece, str) else words_of(piece.within) for piece in pieces)


def _nested(text: str, start: int, end: int, spans: _Spans) -> Pieces:
    pieces: list[str | Marked] = []
    at = start
    while spans:
        first, last = min((a, -b) for a, b, _ in spans)
        last = -last
        tags = tuple(dict.fromkeys(tag for a, b, tag in spans if (a, b) == (first, last)))
        others = [span for span in spans if span[:2] != (first, last)]
        inside = [(a, min(b, last), tag) for a, b, tag in others if a < last]
        pieces += [text[at:first], Marked(tags, _nested(text, first, last, inside))]
        spans = [(max(a, last), b, tag) for a, b, tag in others if b > last]
        at = last
    pieces.append(text[at:end])
    return tuple(piece for piece in pieces if piece)
