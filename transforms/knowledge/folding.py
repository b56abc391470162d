"""Text made comparable without moving an offset: one character in, one character out."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_QUOTES = str.maketrans(
    {"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-", "\u00a0": " "}
)


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    decomposed = unicodedata.normalize("NFKD", character)
    kept = "".join(c for c in decomposed if not unicodedata.combining(c))
    return kept if len(kept) == 1 else character


def fold(text: str) -> str:
    """`text` without accents and with plain quotes; same length, so offsets hold ("Guaidó" -> "Guaido")."""
    return "".join(map(_plain, text.translate(_QUOTES)))


def fold_case(text: str) -> str:
    """`fold` in lower case, for look-ups that ignore case. Not for offsets."""
    return fold(text).casefold()
