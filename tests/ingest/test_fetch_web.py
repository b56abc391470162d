"""What servers do, good and bad, over real connections."""

from __future__ import annotations

import gzip
import itertools
import time
import zlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from tests.ingest.web import Answer, WebServer, dated, in_turn, tagged
from transforms.ingest.fetch import Web
from transforms.ingest.fetch_memory import Held
from transforms.ingest.fetch_retries import Unreached
from transforms.ingest.pieces import Refusal

Browse = Callable[..., Web]
HTML = {"Content-Type": "text/html; charset=utf-8"}
MOMENT = "Thu, 31 Jan 2019 12:00:00 GMT"


@pytest.fixture
def site(web: WebServer) -> str:
    return f"http://news.example.org:{web.start()}"


def refusal(client: Web, url: str, **options: float) -> Refusal:
    with client, pytest.raises(Refusal) as caught:
        client.fetch(url, **options)
    return caught.value


@pytest.mark.parametrize("script", [tagged(b"text", '"7"'), dated(b"text", MOMENT)])
def test_what_still_stands_is_not_sent_again(web: WebServer, site: str, browse: Browse, script: object) -> None:
    web.scripts["/a"] = script
    with browse() as client:
        first = client.fetch(f"{site}/a")
        held = Held(first.data, first.media_type, first.headers, first.address, 0.0)
        assert client.fetch(f"{site}/a", held) == first
    assert (web.asked["/a"], web.body_bytes["/a"]) == (2, 4)


def test_validators_go_only_to_the_address_that_gave_them(web: WebServer, site: str, browse: Browse) -> None:
    web.scripts["/a"] = Answer(302, {"Location": "/new"})
    web.scripts["/new"] = tagged(b"new text", '"7"')
    held = Held(b"old text", None, {"etag": '"7"'}, f"{site}/old", 0.0)
    with browse() as client:
        assert client.fetch(f"{site}/a", held).data == b"new text"


def test_a_304_that_nobody_asked_for_is_no_answer(web: WebServer, site: str, browse: Browse) -> None:
    web.scripts["/a"] = Answer(304)
    assert "HTTP 304" in refusal(browse(), f"{site}/a").detail


def test_a_server_that_asks_to_wait_is_given_the_time(web: WebServer, site: str, browse: Browse) -> None:
    web.scripts["/a"] = in_turn(Answer(429, {"Retry-After": "1"}), Answer(200, body=b"text"))
    with browse() as client:
        assert client.fetch(f"{site}/a").data == b"text"
    first, second = (moment for moment, name, _ in web.requests if name.endswith("/a"))
    assert second - first >= 1.0


@pytest.mark.parametrize("form", ["seconds", "day"])
def test_a_server_that_asks_for_an_hour_is_left_alone(web: WebServer, site: str, browse: Browse, form: str) -> None:
    in_an_hour = format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True)
    far = "3600" if form == "seconds" else in_an_hour
    web.scripts["/a"] = Answer(429, {"Retry-After": far})
    caught = refusal(browse(), f"{site}/a")
    assert web.asked["/a"] == 1
    assert isinstance(caught, Unreached) and caught.passing
    assert "HTTP 429 Too Many Requests, and asks us to wait 3" in caught.detail


def test_a_server_that_stumbles_is_asked_again(web: WebServer, site: str, browse: Browse) -> None:
    web.scripts["/a"] = in_turn(Answer(500), Answer(503), Answer(200, body=b"text"))
    with browse() as client:
        assert client.fetch(f"{site}/a").data == b"text"
    assert web.asked["/a"] == 3


def test_tries_end_and_the_last_answer_is_told(web: WebServer, site: str, browse: Browse) -> None:
    web.scripts["/a"] = Answer(500)
    caught = refusal(browse(tries=2), f"{site}/a")
    assert (web.asked["/a"], caught.detail) == (3, "HTTP 500 Internal Server Error: check the address")
    assert isinstance(caught, Unreached) and caught.passing


def test_what_is_not_there_is_asked_for_once(web: WebServer, site: str, browse: Browse) -> None:
    caught = refusal(browse(), f"{site}/a")
    assert web.asked["/a"] == 1
    assert isinstance(caught, Unreached) and not caught.passing


def dripping() -> Answer:
    return Answer(headers=HTML, parts=lambda: itertools.repeat(b"x"), gap=0.05)


def test_a_slow_drip_ends_at_the_deadline(web: WebServer, site: str, browse: Browse) -> None:
    web.scripts["/a"] = dripping()
    # The gap between two drips is far below the time for one read: only the deadline can end this.
    assert "more than 0.5 s in all" in refusal(browse(total=0.5), f"{site}/a").detail


def test_a_header_that_drips_ends_at_the_deadline_too(web: WebServer, site: str, browse: Browse) -> None:
    web.scripts["/a"] = Answer(headers={"X": "y" * 200_000})
    slow = web.scripts["/a"]

    def answer(request: object) -> Answer:
        for letter in b"HTTP/1.1 200 OK\r\nX-Slow: ".ljust(200, b"y"):
            request.wfile.write(bytes([letter]))  # type: ignore[attr-defined]
            time.sleep(0.05)
        return slow  # type: ignore[return-value]

    web.scripts["/a"] = answer
    assert "more than 0.5 s in all" in refusal(browse(total=0.5), f"{site}/a").detail


def test_the_time_of_the_source_bounds_the_address(web: WebServer, site: str, browse: Browse) -> None:
    web.scripts["/a"] = dripping()
    assert "more than 0.3 s in all" in refusal(browse(), f"{site}/a", seconds=0.3).detail


def test_an_endless_body_is_cut_off_at_the_limit(web: WebServer, site: str, browse: Browse) -> None:
    web.scripts["/a"] = Answer(headers=HTML, parts=lambda: itertools.repeat(b"x" * 65536))
    caught = refusal(browse(received=1_000_000), f"{site}/a")
    assert (caught.reason, caught.detail[:23]) == ("too_large", "more than 1000000 bytes")


def test_a_gzip_bomb_is_cut_off_as_it_unpacks(web: WebServer, site: str, browse: Browse) -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)
    assert len(bomb) < 100_000
    web.scripts["/a"] = Answer(headers={"Content-Encoding": "gzip"}, body=bomb)
    caught = refusal(browse(decoded=1_000_000), f"{site}/a")
    assert (caught.reason, caught.detail[:38]) == ("too_large", "more than 1000000 bytes when unpacked:")


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [("gzip", gzip.compress(b"text")), ("deflate", zlib.compress(b"text")), ("deflate", zlib.compress(b"text")[2:-4])],
    # A gzip head holds the time: as a name of the test it would differ from worker to worker.
    ids=("gzip", "deflate", "bare deflate"),
)
def test_packed_bodies_are_unpacked(web: WebServer, site: str, browse: Browse, encoding: str, packed: bytes) -> None:
    web.scripts["/a"] = Answer(headers={"Content-Encoding": encoding}, body=packed)
    with browse() as client:
        assert client.fetch(f"{site}/a").data == b"text"


@pytest.mark.parametrize(
    ("encoding", "body", "told"),
    [
        ("gzip", gzip.compress(b"text" * 100)[:-12], "ends in the middle"),
        ("gzip", b"no gzip at all", "broken compressed body"),
        ("br", b"x", "content encoding 'br', which we did not ask for"),
    ],
    ids=("cut", "no gzip", "br"),
)
def test_a_broken_packing_is_named(
    web: WebServer, site: str, browse: Browse, encoding: str, body: bytes, told: str
) -> None:
    web.scripts["/a"] = Answer(headers={"Content-Encoding": encoding}, body=body)
    caught = refusal(browse(), f"{site}/a")
    assert caught.reason == "unreadable" and told in caught.detail


def test_a_redirect_loop_ends(web: WebServer, site: str, browse: Browse) -> None:
    web.scripts["/a"] = Answer(302, {"Location": "/b"})
    web.scripts["/b"] = Answer(302, {"Location": "/a"})
    caught = refusal(browse(), f"{site}/a")
    assert "TooManyRedirects after 5 of them" in caught.detail
    assert web.asked["/a"] + web.asked["/b"] == 6


def test_the_body_of_a_redirect_is_not_read(web: WebServer, site: str, browse: Browse) -> None:
    web.scripts["/a"] = Answer(302, {"Location": "/b"}, parts=lambda: itertools.repeat(b"x" * 65536))
    web.scripts["/b"] = Answer(body=b"text")
    with browse() as client:
        assert client.fetch(f"{site}/a").data == b"text"


def test_a_wrong_charset_passes_as_the_bytes_it_is(web: WebServer, site: str, browse: Browse) -> None:
    body = "<p>Élysée – “recall”</p>".encode("cp1252")
    web.scripts["/a"] = Answer(headers=HTML, body=body)
    with browse() as client:
        assert client.fetch(f"{site}/a").data == body


def test_a_server_that_hangs_up_is_asked_again(web: WebServer, site: str, browse: Browse) -> None:
    calls = []

    def answer(request: object) -> Answer:
        calls.append(1)
        if len(calls) == 1:
            raise ConnectionResetError
        return Answer(body=b"text")

    web.scripts["/a"] = answer
    with browse() as client:
        assert client.fetch(f"{site}/a").data == b"text"


def test_nobody_there_is_told(browse: Browse) -> None:
    caught = refusal(browse(tries=1), "http://news.example.org:1/")
    assert isinstance(caught, Unreached) and caught.passing
    assert "ConnectError" in caught.detail
