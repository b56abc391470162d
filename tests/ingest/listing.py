"""Feeds that name pages: their entries as addresses, each with the entry's own text as summary."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from transforms.ingest import haul
from transforms.ingest.pieces import Address, Item, Piece


def follow_entries(patch: pytest.MonkeyPatch) -> None:
    """Read each entry of a feed that was fetched as the page it links to, whatever text it carries itself."""
    patch.setattr(haul, "read_piece", _naming(haul.read_piece))


def _naming(read: Callable[..., list[Any]]) -> Callable[..., list[Any]]:
    def reading(piece: Piece, sources: Any) -> list[Any]:
        found = read(piece, sources)
        if piece.address is None or not piece.locator.rpartition("/")[2].startswith("feed"):
            return found
        return [_named(piece, one) if isinstance(one, Item) and one.address else one for one in found]

    return reading


def _named(piece: Piece, item: Item) -> Address:
    return Address(piece.origin, item.address or "", item.title, item.day, item.basis, summary=item)
