"""Reading an address: what is kept of the answer, and every way it can fail."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import httpx
import pytest

from transforms.errors import InputError
from transforms.ingest import fetch
from transforms.ingest.pieces import Refusal
from transforms.ingest.raw_store import RawStore

PAGE = "https://news.example.org/2019/01/31/envoy?utm_source=mail"


def page(text: str) -> str:
    meta = '<meta property="article:published_time" content="2019-01-31T23:00:00-05:00">'
    return f"<html><head><title>Envoy recalled</title>{meta}</head><body><article><p>{text}</p></article></body></html>"


def test_a_page_is_read_dated_and_kept_with_its_headers(run: Callable[..., Any], home: Any, english: str) -> None:
    seen: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(f"{request.url.path} {request.headers['user-agent']}")
        headers = {"content-type": "text/html; charset=utf-8", "etag": "7", "set-cookie": "session=1"}
        return httpx.Response(200, headers=headers, text=page(english * 3))

    night = run(PAGE, answer=answer)
    assert seen == [f"{path} {fetch.USER_AGENT}" for path in ("/robots.txt", "/2019/01/31/envoy")]
    assert night.tables["articles"][0].canonical_url == "https://news.example.org/2019/01/31/envoy"
    assert (night.version.published_date, night.version.published_basis) == (date(2019, 1, 31), "metadata")
    assert night.tables["sources"][0].source_id == "example.org"
    (receipt,) = RawStore(home / "raw").receipts()
    assert (receipt.media_type, receipt.headers["etag"], receipt.address) == ("text/html", "7", PAGE)
    assert "set-cookie" not in receipt.headers


def test_five_redirects_are_followed_and_the_last_address_counts(run: Callable[..., Any], english: str) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/robots.txt":
            return httpx.Response(404)
        step = int(request.url.path.strip("/") or 0)
        if step == 5:
            return httpx.Response(200, headers={"content-type": "text/html"}, text=page(english))
        return httpx.Response(302, headers={"location": f"https://news.example.org/{step + 1}"})

    night = run("https://news.example.org/0", answer=answer)
    assert night.tables["articles"][0].canonical_url == "https://news.example.org/5"


def failing(request: httpx.Request) -> httpx.Response:
    raise httpx.ReadTimeout("timed out", request=request)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (lambda request: httpx.Response(404), "unreachable.*HTTP 404 Not Found"),
        (failing, "unreachable.*ReadTimeout timed out"),
        (lambda request: httpx.Response(302, headers={"location": str(request.url)}), "unreachable.*TooManyRedirects"),
        (lambda request: httpx.Response(200, content=b""), "empty"),
        (lambda request: httpx.Response(200, content=b"%PDF-1.7 x"), "unreadable.*PDF"),
    ],
)
def test_an_address_that_gives_nothing_is_named_and_writes_nothing(
    run: Callable[..., Any], home: Any, answer: Callable[[httpx.Request], httpx.Response], told: str
) -> None:
    with pytest.raises(InputError, match=rf"(?s)nothing that could be read .* in {PAGE[:20]}.*{told}"):
        run(PAGE, answer=answer)
    assert not home.exists()


def test_the_client_we_use_speaks_http_only() -> None:
    for address in ("ftp://x.example.org/", "file:///x/y"):
        with fetch.make_client() as client, pytest.raises(Refusal, match="refused_address: .*only http and https"):
            fetch.fetch(address, client)


def test_who_runs_an_installation_can_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(fetch.CONTACT, "mailto:desk@example.org")
    seen = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request.headers["user-agent"])
        return httpx.Response(200)

    with fetch.make_client(httpx.MockTransport(answer)) as client:
        fetch.fetch(PAGE, client)
    assert seen[0].startswith("Demarche/0.1 (") and seen[0].endswith("; mailto:desk@example.org)")


def test_html_at_a_feeds_address_is_no_feed(run: Callable[..., Any], english: str) -> None:
    for source in ("ministry", "https://new.example.org/world/rss", "https://new.example.org/news.xml"):
        with pytest.raises(InputError, match=r"not_a_feed.*an HTML page where a feed was expected"):
            run(source, answer=lambda request: httpx.Response(200, text=page(english)))
