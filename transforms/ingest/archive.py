"""Web archives (WARC): every page that was received, read like any other page.

Read by fastwarc. It ends in silence where an archive is cut short, so that is looked for here: a block shorter than its
record says, a record without a length, or bytes after the last record.
"""

from __future__ import annotations

import gzip
import io
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from transforms.ingest.html import read_html
from transforms.ingest.pieces import Found, Piece, Refusal, refused

_MAGIC, _GZIP = b"WARC/", b"\x1f\x8b"
# As much as one response over the network may have.
MAX_RECORD = 20 * 1024 * 1024
_OK = 200
_PAGES = frozenset(("text/html", "application/xhtml+xml"))
_LENGTH = "Content-Length"
# fastwarc parses the HTTP of a record once: each try at decoding takes a record anew.
_RESPONSE = (
    b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n"
)
_DECODINGS: tuple[Literal["all", "transfer", "none"], ...] = ("all", "transfer", "none")
_PROBLEMS = (OSError, ValueError)


@dataclass
class _Reading:
    """How far an archive is read: complete records, where the last one seen begins and whether it is among them, and
    what of the responses is no page."""

    records: int = 0
    start: int = 0
    inside: bool = False
    passed_over: Counter[str] = field(default_factory=Counter)


def is_archive(data: bytes) -> bool:
    """Whether `data`, as received, is a WARC, plain or gzip."""
    if not data.startswith(_GZIP):
        return data.startswith(_MAGIC)
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as inside:
            return inside.read(len(_MAGIC)) == _MAGIC
    except (OSError, EOFError, zlib.error):
        return False


def read_archive(piece: Piece) -> list[Found]:
    """The article of each page in the archive, in its order, and what was refused.

    A page is the body of a `response` record of status 200 and type HTML; it is known as `<archive>#<target URI>`, and
    its raw bytes are those of the archive. Other responses are counted in one refusal `not_a_page`. A damaged archive
    is read up to the break, which is one refusal `unreadable` that says where it is and what is lost.
    """
    reading = _Reading()
    found: list[Found] = []
    try:
        for record, block in _records(piece.data, reading):
            found += _read(piece, record, block, reading.passed_over)
    except _PROBLEMS as error:
        found.append(refused(piece, _broken(reading, len(piece.data), str(error))))
    found += _passed_over(piece, reading.passed_over)
    if not found:
        raise Refusal("empty", f"a web archive of {reading.records} records without a response: nothing to read")
    return found


def _records(data: bytes, reading: _Reading) -> Iterator[tuple[WarcRecord, bytes | None]]:
    """Each response with its block, None in place of one over MAX_RECORD. Raises OSError at the break."""
    for record in ArchiveIterator(io.BytesIO(data), parse_http=False, record_types=WarcRecordType.any_type):
        reading.start, reading.inside = record.stream_pos, True
        if record.headers.get(_LENGTH) is None:
            raise OSError("the head of the record is cut short")
        block, size = _block(record)
        if size < record.content_length:
            raise OSError(f"{size} of the record's {record.content_length} bytes are there")
        if record.record_type == WarcRecordType.response:
            yield record, block
        reading.records += 1
        reading.inside = False
    _check_end(data, reading)


def _block(record: WarcRecord) -> tuple[bytes | None, int]:
    """The block and its size; only the size where it is too large to keep."""
    block = record.reader.read(MAX_RECORD + 1)
    if len(block) <= MAX_RECORD:
        return block, len(block)
    size = len(block)
    while chunk := record.reader.read(MAX_RECORD):
        size += len(chunk)
    return None, size


def _check_end(data: bytes, reading: _Reading) -> None:
    """Raises OSError where more follows the last record than blanks: the start of one that was cut off."""
    rest = data[reading.start :]
    if reading.records and rest.startswith(_GZIP):
        member = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
        while rest and not member.eof:
            member.decompress(rest, MAX_RECORD)
            rest = member.unconsumed_tail
        if member.unused_data.strip(b"\0\r\n "):
            raise OSError(f"{len(member.unused_data)} bytes that are no record")


def _read(piece: Piece, record: WarcRecord, block: bytes | None, passed_over: Counter[str]) -> list[Found]:
    target = (record.headers.get("WARC-Target-URI") or "").strip("<>") or f"record at {record.stream_pos}"
    place = Piece(piece.origin, f"{piece.locator}#{target}", b"", address=target)
    if block is None:
        return [
            refused(place, Refusal("too_large", f"more than {MAX_RECORD} bytes: give the page as a file of its own"))
        ]
    try:
        page = _page(block, passed_over)
        if page is None:
            return []
        return [replace(item, raw_sha256=piece.sha256) for item in read_html(place, page)]
    except Refusal as refusal:
        return [refused(place, refusal)]


def _page(block: bytes, passed_over: Counter[str]) -> bytes | None:
    """The body of a response where it is a page; else None, with the kind of answer counted."""
    response, body = _response(block)
    status = response.http_headers.status_code if response.http_headers else None
    media = (response.http_content_type or "").lower()
    if status != _OK:
        passed_over["no answer of HTTP" if status is None else f"status {status}"] += 1
    elif media not in _PAGES:
        passed_over[media or "no media type"] += 1
    elif len(body) > MAX_RECORD:
        raise Refusal("too_large", f"more than {MAX_RECORD} bytes when unpacked: give the page as a file of its own")
    else:
        return body
    return None


def _response(block: bytes) -> tuple[WarcRecord, bytes]:
    """The response in a block, with its body. Raises Refusal `unreadable`.

    Some crawlers keep the headers of encodings that they have undone: then the body is taken as it stands.
    """
    raw = _RESPONSE % len(block) + block + b"\r\n\r\n"
    why = ""
    for decode in _DECODINGS:
        try:
            record = WarcRecord.from_bytes(raw)
            record.parse_http(auto_decode=decode)
            return record, record.reader.read(MAX_RECORD + 1)
        except _PROBLEMS as error:
            why = why or str(error)
    raise Refusal("unreadable", f"no HTTP response ({why}): fetch the page again")


def _broken(reading: _Reading, size: int, why: str) -> Refusal:
    where = f"in record {reading.records + 1}" if reading.inside else f"after record {reading.records}"
    return Refusal(
        "unreadable",
        f"the archive breaks {where}, which begins at byte {reading.start} of {size} ({why}): "
        f"{'it and what' if reading.inside else 'what'} follows is lost; fetch the archive again",
    )


def _passed_over(piece: Piece, counts: Counter[str]) -> list[Found]:
    if not counts:
        return []
    told = ", ".join(f"{kind} {count}" for kind, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
    return [refused(piece, Refusal("not_a_page", f"{counts.total()} responses are no web pages ({told}): passed over"))]
