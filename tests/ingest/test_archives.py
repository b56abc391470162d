"""Web archives: each page of them, what is no page, and archives that are damaged."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from transforms.ingest import archive
from transforms.ingest.pieces import Item, Refused

Read = Callable[..., list[Any]]
Run = Callable[..., Any]

PAGE = (
    '<html><head><title>Envoy {n}</title><meta property="article:published_time" content="2019-01-31T12:00:00Z"></head>'
    "<body><article><p>{text} It was message {n}.</p><p>Second paragraph: {text}</p></article></body></html>"
)


def record(kind: str, target: str, block: bytes, media: str = "application/http; msgtype=response") -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{abs(hash(target)):032x}>\r\n"
        f"WARC-Date: 2019-02-01T00:00:00Z\r\nWARC-Target-URI: {target}\r\nContent-Type: {media}\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def answer(body: bytes, status: str = "200 OK", media: str = "text/html; charset=utf-8", more: str = "") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{more}\r\n".encode() + body


def page(number: int, text: str) -> bytes:
    return PAGE.format(n=number, text=text).encode()


def target(number: int) -> str:
    return f"https://paper.example.org/world/{number}"


@pytest.fixture
def records(english: str) -> list[bytes]:
    """Three pages among records of every other kind."""
    html = "application/xhtml+xml"
    return [
        record("warcinfo", "x", b"software: test\r\n", "application/warc-fields"),
        record("request", target(1), b"GET /world/1 HTTP/1.1\r\n\r\n", "application/http; msgtype=request"),
        record("response", target(1), answer(page(1, english))),
        record("response", "https://paper.example.org/robots.txt", answer(b"User-agent: *", media="text/plain")),
        record("response", target(9), answer(page(9, english), "404 Not Found")),
        record("response", target(2), answer(gzip.compress(page(2, english)), more="Content-Encoding: gzip\r\n")),
        record("metadata", target(2), b"fetchTimeMs: 7\r\n", "application/warc-fields"),
        record("response", target(3), answer(page(3, english), media=html, more="Content-Encoding: gzip\r\n")),
    ]


def packed(records: list[bytes]) -> bytes:
    return b"".join(gzip.compress(each, mtime=0) for each in records)


def pages_of(found: list[Any]) -> list[str]:
    return [each.locator for each in found if isinstance(each, Item)]


def test_an_archive_is_read_page_by_page(run: Run, inbox: Any, records: list[bytes]) -> None:
    (inbox / "news.warc.gz").write_bytes(packed(records))
    night = run(inbox / "news.warc.gz")
    assert {row.locator for row in night.tables["appearances"]} == {f"news.warc.gz#{target(n)}" for n in (1, 2, 3)}
    assert {row.canonical_url for row in night.tables["articles"]} == {target(n) for n in (1, 2, 3)}
    assert {row.published_date for row in night.tables["versions"]} == {date(2019, 1, 31)}
    (row,) = night.tables["set_aside"]
    assert (row.locator, row.reason) == ("news.warc.gz", "not_a_page")
    assert row.detail == "2 responses are no web pages (status 404 1, text/plain 1): passed over"


@pytest.mark.parametrize("form", ["plain", "members", "one member"])
def test_the_form_of_packing_makes_no_difference(read: Read, records: list[bytes], form: str) -> None:
    whole = b"".join(records)
    data = {"plain": whole, "members": packed(records), "one member": gzip.compress(whole)}[form]
    found = read("news.bin", data)
    assert pages_of(found) == [f"news.bin#{target(n)}" for n in (1, 2, 3)], "known by its content, whatever its name"
    assert [each.reason for each in found if isinstance(each, Refused)] == ["not_a_page"]


@pytest.mark.parametrize("pack", [packed, b"".join])
def test_wherever_an_archive_is_cut_all_before_the_break_is_read(
    read: Read, records: list[bytes], pack: Callable[[list[bytes]], bytes]
) -> None:
    data = pack(records)
    ends = [len(pack(records[: number + 1])) for number in range(len(records))]
    whole = {2: 1, 5: 2, 7: 3}
    for cut in (*range(20, len(data), 37), *(end + 3 for end in ends[:-1]), *(end - 20 for end in ends)):
        found = read("cut.warc.gz", data[:cut])
        complete = sum(end <= cut for end in ends)
        expected = [f"cut.warc.gz#{target(n)}" for number, n in whole.items() if number < complete]
        assert pages_of(found)[: len(expected)] == expected, cut
        broken = [each.detail for each in found if isinstance(each, Refused) and each.reason == "unreadable"]
        # The last bytes of a record are blank lines and check sums: where only they are missing, nothing is lost.
        assert len(broken) == 1 or cut in ends or any(0 < end - cut <= 12 for end in ends), cut
        assert all("follows is lost; fetch the archive again" in each or "gzip" in each for each in broken)


def test_a_damaged_byte_is_a_break_with_its_place(read: Read, records: list[bytes]) -> None:
    data = bytearray(packed(records))
    at = len(packed(records[:5]))
    data[at + 200] ^= 0xFF
    found = read("news.warc.gz", bytes(data))
    assert pages_of(found) == [f"news.warc.gz#{target(1)}"]
    (told,) = [each.detail for each in found if isinstance(each, Refused) and each.reason == "unreadable"]
    before = len(packed(records[:4]))
    assert f"after record 5, which begins at byte {before} of {len(data)}" in told


def test_a_page_too_large_is_refused_alone(read: Read, records: list[bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = record("response", target(7), answer(gzip.compress(b"<p>" * 9000), more="Content-Encoding: gzip\r\n"))
    large = record("response", target(8), answer(b"<html>" + b"x" * 9000))
    monkeypatch.setattr(archive, "MAX_RECORD", 4000)
    found = read("news.warc", b"".join([records[2], large, bomb, records[7]]))
    assert pages_of(found) == [f"news.warc#{target(1)}", f"news.warc#{target(3)}"]
    assert {each.locator: each.reason for each in found if isinstance(each, Refused)} == {
        f"news.warc#{target(7)}": "too_large", f"news.warc#{target(8)}": "too_large"
    }  # fmt: skip


def test_a_response_that_is_no_page_inside_is_refused_with_its_address(read: Read, records: list[bytes]) -> None:
    bad = record("response", target(6), answer(b"<html><body>nothing</body></html>"))
    noise = record("response", target(5), b"\x00\x01 no HTTP at all")
    found = read("news.warc", b"".join([bad, noise, records[2]]))
    assert pages_of(found) == [f"news.warc#{target(1)}"]
    told = {each.locator: each.reason for each in found if isinstance(each, Refused)}
    assert told[f"news.warc#{target(6)}"] == "no_text"
    assert len(told) == 2


def test_an_archive_without_a_response_is_empty(read: Read, records: list[bytes]) -> None:
    (refused,) = read("news.warc", records[0])
    assert refused.reason == "empty"
