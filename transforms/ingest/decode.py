"""From bytes as received to the bytes and the text inside, or a refusal that says why not."""

from __future__ import annotations

import codecs
import gzip
import io
import zlib

import charset_normalizer

from transforms.ingest.pieces import Refusal
from transforms.language import detect

# Local files are whole collections at times (JSON lines); what comes over the network has its own, smaller limit.
MAX_UNPACKED = 200 * 1024 * 1024
_GZIP = b"\x1f\x8b"
_REMEDY = "save it as UTF-8 text"


def unpacked(data: bytes, limit: int = MAX_UNPACKED) -> bytes:
    """`data`, gunzipped where it is gzip.

    Raises Refusal `unreadable` for a broken archive, `too_large` past `limit` bytes.
    """
    if not data.startswith(_GZIP):
        return data
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as inside:
            plain = inside.read(limit + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise Refusal("unreadable", f"broken gzip ({error}): fetch or pack it again") from error
    if len(plain) > limit:
        raise Refusal("too_large", f"more than {limit} bytes when unpacked: split it")
    return plain


def decoded(data: bytes) -> str:
    """The text of `data` exactly as written, newlines included, a byte order mark excepted.

    UTF-8, and UTF-16 or UTF-32 with a byte order mark; anything else by detection. Raises Refusal `unreadable`.
    """
    text = _marked(data)
    if text is None:
        text = _detected(data)
    if "\x00" in text:
        raise Refusal("unreadable", f"holds NUL characters, so it is no text: {_REMEDY}")
    return text


def _marked(data: bytes) -> str | None:
    encoding = "utf-8-sig"
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        encoding = "utf-32"
    elif data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _detected(data: bytes) -> str:
    best = None if b"\x00" in data else charset_normalizer.from_bytes(data).best()
    if best is None:
        raise Refusal("unreadable", f"neither UTF-8 nor any encoding that makes sense of it: {_REMEDY}")
    # English that is no UTF-8 is Windows-1252 (which holds Latin-1); detection takes it for its neighbours.
    try:
        western = data.decode("cp1252")
    except UnicodeDecodeError:
        return str(best)
    return western if detect(western).english else str(best)
