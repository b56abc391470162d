"""A piece to its articles: the reader that its kind asks for."""

from __future__ import annotations

from collections.abc import Callable

from transforms.ingest.decode import unpacked
from transforms.ingest.feed import read_feed
from transforms.ingest.fetch import MAX_BYTES
from transforms.ingest.html import read_html
from transforms.ingest.jsonl import read_jsonl
from transforms.ingest.kinds import FEED, HTML, JSONL, TEXT, kind_of
from transforms.ingest.pieces import Item, Piece, Refusal, Refused, refused
from transforms.ingest.sources import Sources
from transforms.ingest.text import read_text


def read_piece(piece: Piece, sources: Sources) -> list[Item | Refused]:
    """The articles of `piece` and what of it was refused; at least one of either."""
    try:
        data = unpacked(piece.data, MAX_BYTES) if piece.address else unpacked(piece.data)
        return _readers(sources)[kind_of(piece, data)](piece, data)
    except Refusal as refusal:
        return [refused(piece, refusal)]


def _readers(sources: Sources) -> dict[str, Callable[[Piece, bytes], list[Item | Refused]]]:
    return {
        TEXT: lambda piece, data: list(read_text(piece, data)),
        HTML: lambda piece, data: list(read_html(piece, data)),
        JSONL: lambda piece, data: read_jsonl(piece, data, sources.named),
        FEED: lambda piece, data: read_feed(piece, data, sources.at_address),
    }
