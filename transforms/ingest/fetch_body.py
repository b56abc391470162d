"""A response's body within limits of size, as received and as unpacked, and of time."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

import httpx

from transforms.ingest.fetch_connection import left
from transforms.ingest.fetch_limits import Limits
from transforms.ingest.pieces import Refusal

# What we ask for, and so what we unpack. httpx unpacks each chunk whole, whatever it grows to; here growth is bounded.
ENCODINGS = "gzip, deflate"
_AUTOMATIC = zlib.MAX_WBITS | 32
_REMEDY = "give a smaller page or feed, or a saved file"


def read_body(response: httpx.Response, limits: Limits) -> bytes:
    """The body after transfer and content decoding, its charset left as it came.

    Raises Refusal `too_large` past either limit, `unreadable` for a broken or unknown encoding, httpx.ReadTimeout past
    the deadline.
    """
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    chunks = _received(response, limits.received)
    if encoding in ("", "identity"):
        return b"".join(chunks)
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise Refusal("unreadable", f"content encoding {encoding!r}, which we did not ask for: tell the site")
    return _unpacked(chunks, limits.decoded)


def _received(response: httpx.Response, limit: int) -> Iterator[bytes]:
    size = 0
    # The stream itself: `iter_raw` refuses a response that a test made whole.
    for chunk in response.stream:  # type: ignore[union-attr]
        size += len(chunk)
        if size > limit:
            raise Refusal("too_large", f"more than {limit} bytes: {_REMEDY}")
        if left() <= 0:
            raise httpx.ReadTimeout("the time for this address is up")
        yield chunk


def _unpacked(chunks: Iterator[bytes], limit: int) -> bytes:
    body = bytearray()
    unpacker = None
    try:
        for chunk in chunks:
            unpacker = unpacker or zlib.decompressobj(_window(chunk))
            body += unpacker.decompress(chunk, limit + 1 - len(body))
            if len(body) > limit:
                raise Refusal("too_large", f"more than {limit} bytes when unpacked: {_REMEDY}")
        if unpacker and not unpacker.eof:
            raise Refusal("unreadable", "its compressed body ends in the middle: fetch it again")
    except zlib.error as error:
        raise Refusal("unreadable", f"a broken compressed body ({error}): fetch it again") from error
    return bytes(body)


def _window(start: bytes) -> int:
    """gzip and zlib tell themselves; some servers send `deflate` bare, whose first byte is no zlib header."""
    return _AUTOMATIC if start[:1] in (b"\x1f", b"\x78", b"\x58", b"\x48", b"\x38", b"\x28", b"\x18", b"\x08") else -15
