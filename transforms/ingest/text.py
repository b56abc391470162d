"""Plain text files: one article a file."""

from __future__ import annotations

from pathlib import PurePosixPath

from transforms.ingest.days import day_in_name
from transforms.ingest.decode import decoded
from transforms.ingest.identity import canonical
from transforms.ingest.pieces import Item, Piece


def read_text(piece: Piece, data: bytes) -> list[Item]:
    """The article in `data`: text exactly as read, title its first non-blank line, day from a YYYY-MM-DD in the name.

    Raises Refusal `unreadable` where the bytes are no text.
    """
    text = decoded(data)
    title = next((line.strip() for line in text.splitlines() if line.strip()), None)
    item = Item(piece.origin.source, piece.locator, piece.sha256, text, title, canonical(piece.address))
    return [item.published(day_in_name(PurePosixPath(piece.locator).name), "path")]
