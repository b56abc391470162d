"""A piece to its articles, and to the pages that it names: the reader that its kind asks for."""

from __future__ import annotations

from collections.abc import Callable

from transforms.ingest.archive import is_archive, read_archive
from transforms.ingest.decode import unpacked
from transforms.ingest.feed import read_feed
from transforms.ingest.fetch import MAX_BYTES
from transforms.ingest.gdelt import read_gdelt
from transforms.ingest.html import read_html
from transforms.ingest.jsonl import read_jsonl
from transforms.ingest.kinds import FEED, GDELT, HTML, JSONL, SITEMAP, TEXT, URLS, kind_of
from transforms.ingest.lists import read_urls
from transforms.ingest.pieces import Found, Piece, Refusal, refused
from transforms.ingest.sitemap import read_sitemap
from transforms.ingest.sources import Sources
from transforms.ingest.text import read_text

# Lists and archives are large by their nature: the limit on what is unpacked is theirs. A page or a feed over the
# network may unpack to no more than it may have on the way.
_LARGE = frozenset((SITEMAP, URLS, GDELT))


def read_piece(piece: Piece, sources: Sources) -> list[Found]:
    """The articles of `piece`, the pages that it names, and what of it was refused; at least one of the three."""
    try:
        if is_archive(piece.data):
            return read_archive(piece)
        data = unpacked(piece.data)
        kind = kind_of(piece, data)
        if piece.address and kind not in _LARGE and len(data) > MAX_BYTES:
            raise Refusal("too_large", f"more than {MAX_BYTES} bytes when unpacked: give it as a saved file")
        return _readers(sources)[kind](piece, data)
    except Refusal as refusal:
        return [refused(piece, refusal)]


def _readers(sources: Sources) -> dict[str, Callable[[Piece, bytes], list[Found]]]:
    return {
        TEXT: lambda piece, data: list(read_text(piece, data)),
        HTML: lambda piece, data: list(read_html(piece, data)),
        JSONL: lambda piece, data: list(read_jsonl(piece, data, sources.named)),
        FEED: lambda piece, data: read_feed(piece, data, sources.at_address),
        SITEMAP: read_sitemap,
        URLS: read_urls,
        GDELT: read_gdelt,
    }
