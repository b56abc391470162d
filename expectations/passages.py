"""Passages of a text cut into marked and unmarked pieces, by the offsets that the warehouse stores."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Mark = Literal["around", "sentence", "trigger"]

#: Characters of the text shown on either side of a sentence.
AROUND = 160


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of a text and how they are shown."""

    text: str
    mark: Mark


def sentence_pieces(quote: str, triggers: Iterable[tuple[int, int]]) -> tuple[Piece, ...]:
    """A sentence with its triggers marked. `triggers` are 0-based code points into the sentence, end exclusive.

    Offsets that leave the sentence or overlap an earlier trigger are cut, so that every character is shown once.
    """
    pieces: list[Piece] = []
    at = 0
    for first, last in sorted(triggers):
        start, end = max(first, at), min(last, len(quote))
        if start >= end:
            continue
        pieces += [Piece(quote[at:start], "sentence"), Piece(quote[start:end], "trigger")]
        at = end
    pieces.append(Piece(quote[at:], "sentence"))
    return tuple(piece for piece in pieces if piece.text)


def passage(text: str, start: int, end: int, triggers: Iterable[tuple[int, int]]) -> tuple[Piece, ...]:
    """The sentence at `[start, end)` of a text with some of what stands around it.

    All offsets are 0-based code points into `text`, end exclusive; those outside it are cut to it.
    """
    start, end = max(0, min(start, len(text))), max(0, min(end, len(text)))
    inside = [(a - start, b - start) for a, b in triggers]
    before = Piece(_from_word(text[max(0, start - AROUND) : start], start > AROUND), "around")
    after = Piece(_to_word(text[end : end + AROUND], len(text) > end + AROUND), "around")
    return tuple(p for p in (before, *sentence_pieces(text[start:end], inside), after) if p.text)


def opening(text: str) -> tuple[Piece, ...]:
    """The first words of a text, where no sentence can be pointed at."""
    return (Piece(_to_word(text[: 2 * AROUND], len(text) > 2 * AROUND), "around"),)


def _from_word(text: str, was_cut: bool) -> str:
    return "… " + text.partition(" ")[2] if was_cut else text


def _to_word(text: str, was_cut: bool) -> str:
    return text.rpartition(" ")[0] + " …" if was_cut else text
