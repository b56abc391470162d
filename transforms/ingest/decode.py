"""From bytes as received to the bytes and the text inside, or a refusal that says why not."""

from __future__ import annotations

import codecs
import gzip
import io
import lzma
import zipfile
import zlib

import charset_normalizer

from transforms.ingest.pieces import Refusal
from transforms.language import detect

# Local files are whole collections at times (JSON lines); what comes over the network has its own, smaller limit.
MAX_UNPACKED = 200 * 1024 * 1024
_GZIP, _ZIP = b"\x1f\x8b", b"PK\x03\x04"
# RuntimeError: a zip with a password, or with a method of packing that Python lacks.
_BROKEN = (OSError, EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, RuntimeError, ValueError)
_REMEDY = "save it as UTF-8 text"


def unpacked(data: bytes, limit: int = MAX_UNPACKED) -> bytes:
    """`data`, unpacked where it is gzip or a zip archive of one file; other zip archives stay as they are.

    Raises Refusal `unreadable` for a broken archive, `too_large` past `limit` bytes.
    """
    try:
        if data.startswith(_GZIP):
            with gzip.GzipFile(fileobj=io.BytesIO(data)) as inside:
                plain = inside.read(limit + 1)
        elif data.startswith(_ZIP):
            plain = _only_file(data, limit)
        else:
            return data
    except _BROKEN as error:
        kind = "gzip" if data.startswith(_GZIP) else "zip"
        raise Refusal("unreadable", f"broken {kind} ({error}): fetch or pack it again") from error
    if len(plain) > limit:
        raise Refusal("too_large", f"more than {limit} bytes when unpacked: split it")
    return plain


def _only_file(data: bytes, limit: int) -> bytes:
    """The first bytes past `limit` of the one file in a zip archive; the archive itself where it holds more."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = [each for each in archive.infolist() if not each.is_dir()]
        if len(files) != 1:
            return data
        with archive.open(files[0]) as inside:
            return inside.read(limit + 1)


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
