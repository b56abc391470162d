"""Whatever the bytes: a reader finds or refuses, with reason, place and remedy, and never raises."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from transforms.ingest.pieces import Address, Item, Refused
from transforms.ingest.reasons import load_reasons

Read = Callable[..., list[Any]]

WARC = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://x.example.org/\r\nContent-Length: "
STARTS = {
    "a.warc": b"WARC/1.0\r\n",
    "b.warc": WARC,
    "c.warc": WARC + b"40\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n",
    "a.warc.gz": gzip.compress(WARC)[:-9],
    "a.xml": b'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>',
    "b.xml": b"<!DOCTYPE x [<!ENTITY a '",
    "c.xml": b"<sitemapindex><sitemap>",
    "a.rss": b'<rss version="2.0"><channel><item><title>x</title><description>',
    "a.atom": b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="html">',
    "a.html": b"<!DOCTYPE html><html><head><meta property='article:published_time' content='",
    "b.html": b"<html><body><article><p>",
    "a.jsonl": b'{"text": "',
    "a.json": b'{"articles": [{"url": "',
    "b.json": b'{"date": "1", "title": "", "lang": "", "url": "',
    "a.csv": b"URL,MobileURL,Date,Title\n",
    "b.csv": b"\t".join([b"20190131120000-1", *[b""] * 26]),
    "a.zip": b"PK\x03\x04",
    "a.txt": b"https://x.example.org/\n",
    "a.gz": b"\x1f\x8b\x08",
    "a": b"",
}
BYTES = st.one_of(
    st.binary(max_size=400),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.lists(st.sampled_from([b"<", b">", b"&", b"\t", b"\n", b"\r\n\r\n", b"\x00", b"</p>", b"]]>", b"&a;", b"<!--",
                              b"2019-01-31", b"9" * 30, b'"', b"}", b"http://[", b"javascript:x"])).map(b"".join),
)  # fmt: skip


@pytest.mark.parametrize("name", STARTS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rest=BYTES, remote=st.booleans())
def test_any_bytes_after_any_beginning(read: Read, seeds: Any, name: str, rest: bytes, remote: bool) -> None:
    address = f"https://x.example.org/{name}" if remote else None
    found = read(name, STARTS[name] + rest, address)
    assert found, "at least a refusal"
    for each in found:
        assert isinstance(each, Item | Address | Refused)
        if isinstance(each, Refused):
            assert each.reason in load_reasons(seeds)
            assert each.locator.startswith(name) and each.detail
        elif isinstance(each, Address):
            assert each.url.startswith(("http://", "https://"))


def test_a_gzip_that_is_cut_is_refused_whole(read: Read, english: str) -> None:
    for name in ("a.html.gz", "a.xml.gz", "a.txt.gz"):
        (refused,) = read(name, gzip.compress(english.encode() * 50)[:-20])
        assert (refused.reason, "fetch or pack it again" in refused.detail) == ("unreadable", True)


@pytest.mark.parametrize("name", ["txt", "html", "jsonl", "rss", "xml"])
def test_every_kind_refuses_days_before_1900_and_after_the_night(
    run: Callable[..., Any], inbox: Any, english: str, name: str
) -> None:
    (inbox / "2019-01-30 good.txt").write_text(english)
    for number, day in enumerate((date(1850, 2, 3), date(2031, 5, 6))):
        text = f"{english} It was {number}."
        written = {
            "txt": text,
            "html": f'<html><head><meta property="article:published_time" content="{day}"></head><body><article>'
            f"<p>{text}</p></article></body></html>",
            "jsonl": json.dumps({"published": str(day), "text": text}),
            "rss": f"<rss version='2.0'><channel><item><link>https://x.example.org/{number}</link><pubDate>"
            f"{day:%a, %d %b %Y} 10:00:00 +0000</pubDate><description>{text}</description></item></channel></rss>",
            "xml": f"<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>{number}</id><published>{day}T10:00:00Z"
            f"</published><summary>{text}</summary></entry></feed>",
        }
        place = f"{day} x.txt" if name == "txt" else f"{number}.{name}"
        (inbox / place).write_text(written[name])
    night = run(inbox, night=date(2019, 1, 31))
    assert sorted(night.reasons.values()) == ["bad_date", "bad_date"]
    assert night.done.articles == 1
